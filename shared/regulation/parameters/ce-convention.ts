import { day } from '../../basics/day';
import type { CeConvention } from '../ce-year';
import { parameter } from '../parameter';

/** Where one CE year ends and the next begins: see readings/anniversary.md. */
export const ceConvention = parameter({
  id: 'ce-convention',
  title: '继续教育年度的起算日',
  unit: '',
  values: [
    {
      from: day('2020-07-06'),
      value: 'anniversary' as CeConvention,
      basis: 'reading',
      source: '鄂建发展〔2021〕9号，新取证示例；换发示例相差一日',
      lastChecked: day('2026-11-22'),
    },
  ],
  options: [
    { value: 'anniversary', title: '发证日的周年日起算' },
    { value: 'as-examples', title: '新取证按周年日，换发按周年日次日起算' },
  ],
});
