import { day } from '../../basics/day';
import { parameter } from '../parameter';

/** [37] 二(二). */
export const ageMinimum = parameter({
  id: 'age-minimum',
  title: '最低年龄',
  unit: '周岁',
  values: [
    {
      from: day('2020-07-06'),
      value: 18,
      basis: 'text',
      source: '鄂建办〔2020〕37号 二（二）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** [37] 二(二), men. */
export const ageMaximumMan = parameter({
  id: 'age-maximum-man',
  title: '男性年龄上限',
  unit: '周岁',
  values: [
    {
      from: day('2020-07-06'),
      value: 60,
      basis: 'text',
      source: '鄂建办〔2020〕37号 二（二）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** [37] 二(二), women. */
export const ageMaximumWoman = parameter({
  id: 'age-maximum-woman',
  title: '女性年龄上限',
  unit: '周岁',
  values: [
    {
      from: day('2020-07-06'),
      value: 55,
      basis: 'text',
      source: '鄂建办〔2020〕37号 二（二）',
      lastChecked: day('2026-11-22'),
    },
  ],
});

/** When somebody exceeds the age: see readings/age.md. */
export const ageReading = parameter({
  id: 'age-reading',
  title: '年龄上限的计算口径',
  unit: '',
  values: [
    {
      from: day('2020-07-06'),
      value: 'completed-years' as 'completed-years' | 'birthday',
      basis: 'reading',
      source: '鄂建办〔2020〕37号 二（二）未写明，按周岁理解',
      lastChecked: day('2026-11-22'),
    },
  ],
  options: [
    { value: 'completed-years', title: '按周岁：到 61（56）岁生日前一日为止' },
    { value: 'birthday', title: '从严：到 60（55）岁生日当日为止' },
  ],
});
