import { day, type Day } from '../../basics/day';
import { parameter, type Parameter } from '../parameter';

const fixedDay = (id: string, title: string, value: string, clause: string): Parameter<Day> =>
  parameter({
    id,
    title,
    unit: '',
    values: [
      {
        from: day('2020-07-06'),
        value: day(value),
        basis: 'text',
        source: `鄂建办〔2020〕37号 ${clause}`,
        lastChecked: day('2026-11-22'),
      },
    ],
  });

/** [37] 三: exchange begins on the day of the notice … */
export const exchangeFrom = fixedDay('exchange-from', '换证开始日', '2020-07-06', '三');
/** … and ends on this day. */
export const exchangeUntil = fixedDay('exchange-until', '换证截止日', '2020-12-31', '三');
/** [37] 二(一): certificates issued since April 2017. */
export const certificateFrom = fixedDay('certificate-from', '可换证书最早发证日', '2017-04-01', '二（一）');
/** [37] 三: certificates that run out from this day … */
export const extensionFrom = fixedDay('extension-from', '延期证书到期日起', '2020-04-05', '三');
/** … through this day … */
export const extensionUntil = fixedDay('extension-until', '延期证书到期日止', '2020-08-31', '三');
/** … count as valid through this one. */
export const extensionDeadline = fixedDay('extension-deadline', '证书延期截止日', '2020-09-30', '三');
