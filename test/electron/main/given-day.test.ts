import { describe, expect, it } from 'vitest';
import { givenDay } from '../../../electron/main/given-day';

const test = ['electron', '.', '--data-dir=/srv/试验'];

describe('--today', () => {
  it('gives an unpackaged run its day, and the moment since when it lasts', () => {
    const argv = [...test, '--today=2028-02-29@1774000000000'];
    expect(givenDay({ argv, packaged: false })).toEqual({ day: '2028-02-29', since: 1_774_000_000_000 });
    expect(givenDay({ argv: [...test, '--today=2028-02-29'], packaged: false })?.day).toBe('2028-02-29');
  });

  it('is nothing to a packaged program, whatever it says', () => {
    for (const today of ['2028-02-29', '2028-02-29@1774000000000', 'tomorrow'])
      expect(givenDay({ argv: [...test, `--today=${today}`], packaged: true })).toBeNull();
  });

  it('a run without it has the real day', () => {
    expect(givenDay({ argv: test, packaged: false })).toBeNull();
  });

  it('is refused where it names no day, and beside the records of a user', () => {
    expect(() => givenDay({ argv: [...test, '--today=2026-02-29'], packaged: false })).toThrow('names no day');
    expect(() => givenDay({ argv: ['electron', '.', '--today=2026-02-28'], packaged: false })).toThrow('--data-dir');
  });
});
