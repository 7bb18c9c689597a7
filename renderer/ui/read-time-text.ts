import { minutesOfDay } from '../../shared/basics/minutes';

/**
 * Minutes since midnight of a time as people type it: 8:30, 08:30, 0830, 830, 8：30, 8.30, 8点30, 8点. Null when it is none.
 */
export function readTimeText(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[.点时]/g, ':')
    .replace(/分$/, '');
  const compact = /^(\d{1,2})(\d{2})$/.exec(plain);
  if (compact) return minutesOfDay(`${compact[1]}:${compact[2]}`);
  const hour = /^(\d{1,2}):?$/.exec(plain);
  return minutesOfDay(hour ? `${hour[1]}:00` : plain);
}
