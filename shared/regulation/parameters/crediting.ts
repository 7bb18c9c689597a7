import { day } from '../../basics/day';
import { parameter } from '../parameter';

/** How long one period lasts. No Hubei text says so; Beijing prints 45. */
export const minutesPerPeriod = parameter({
  id: 'minutes-per-period',
  title: '每学时分钟数',
  unit: '分钟',
  values: [
    {
      from: day('2020-07-06'),
      value: 45,
      basis: 'default',
      source: '未见湖北文件规定，参照外省做法',
      lastChecked: day('2026-11-22'),
    },
  ],
  range: [30, 60],
});

/** Missed minutes that cost nothing, once per session on the sum of late and early. */
export const tolerance = parameter({
  id: 'tolerance',
  title: '迟到早退宽限',
  unit: '分钟',
  values: [
    {
      from: day('2020-07-06'),
      value: 10,
      basis: 'default',
      source: '未见文件规定，软件默认',
      lastChecked: day('2026-11-22'),
    },
  ],
  range: [0, 30],
});

/** More periods a day than this are unlikely; another province's figure. */
export const dailyCap = parameter({
  id: 'daily-cap',
  title: '每日学时上限',
  unit: '学时',
  values: [
    {
      from: day('2020-07-06'),
      value: 8,
      basis: 'default',
      source: '未见湖北文件规定，参照外省做法',
      lastChecked: day('2026-11-22'),
    },
  ],
  range: [4, 16],
});
