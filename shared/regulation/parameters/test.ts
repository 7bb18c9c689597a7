import { day } from '../../basics/day';
import { parameter } from '../parameter';

/** The score that passes. [37] 四(二)2 asks for a passed test without a number. */
export const passMark = parameter({
  id: 'pass-mark',
  title: '测试合格分数线',
  unit: '分',
  values: [
    {
      from: day('2020-07-06'),
      value: 60,
      basis: 'default',
      source: '文件要求测试合格，未规定分数，软件默认',
      lastChecked: day('2026-11-22'),
    },
  ],
  range: [1, 100],
});

/** Whether yearly continuing education ends with a test; [37] 四(三) asks for hours only. */
export const annualTestRequired = parameter({
  id: 'annual-test-required',
  title: '年度继续教育是否要求测试合格',
  unit: '',
  values: [
    {
      from: day('2020-07-06'),
      value: true,
      basis: 'default',
      source: '文件对年度继续教育未提测试，软件默认要求',
      lastChecked: day('2026-11-22'),
    },
  ],
  options: [
    { value: true, title: '要求测试合格' },
    { value: false, title: '不要求测试' },
  ],
});
