import { day } from '../../basics/day';
import { parameter } from '../parameter';

/** [37] 四(二), 四(三): at least so many periods. */
export const totalPeriods = parameter({
  id: 'total-periods',
  title: '总学时要求',
  unit: '学时',
  values: [
    {
      from: day('2020-07-06'),
      value: 32,
      basis: 'text',
      source: '鄂建办〔2020〕37号 四（二）、四（三）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** [37] 四(二), 四(三): of these at least so many professional. */
export const professionalPeriods = parameter({
  id: 'professional-periods',
  title: '专业岗位知识学时要求',
  unit: '学时',
  values: [
    {
      from: day('2020-07-06'),
      value: 22,
      basis: 'text',
      source: '鄂建办〔2020〕37号 四（二）、四（三）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** [37] 四(三): the sum that a window of years must reach. */
export const twoYearPeriods = parameter({
  id: 'two-year-periods',
  title: '两年累计学时要求',
  unit: '学时',
  values: [
    {
      from: day('2020-07-06'),
      value: 64,
      basis: 'text',
      source: '鄂建办〔2020〕37号 四（三）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** [37] 四(三): how many consecutive CE years the sum runs over. */
export const windowYears = parameter({
  id: 'window-years',
  title: '累计年数',
  unit: '年',
  values: [
    {
      from: day('2020-07-06'),
      value: 2,
      basis: 'text',
      source: '鄂建办〔2020〕37号 四（三）',
      lastChecked: day('2026-11-22'),
    },
  ],
});
