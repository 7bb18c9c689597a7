import { readGivenDay, type GivenDay } from '../../shared/given-day';
import { realTime } from './clock';
import { switchValue } from './places';

/**
 * The day of a test run: `--today=2026-03-18`, or with the moment since when it lasts, so that a second start goes on where
 * the first one was. Unpackaged runs only; a packaged program knows the real day alone. Throws when the switch names no day,
 * and without `--data-dir`: nobody's own records may be dated by it.
 */
export function givenDay(at: { readonly argv: readonly string[]; readonly packaged: boolean }): GivenDay | null {
  const asked = at.packaged ? null : switchValue(at.argv, 'today');
  if (asked === null) return null;
  if (switchValue(at.argv, 'data-dir') === null) throw new Error('--today needs --data-dir');
  const given = readGivenDay(asked, realTime());
  if (given === null) throw new Error(`--today=${asked} names no day`);
  return given;
}
