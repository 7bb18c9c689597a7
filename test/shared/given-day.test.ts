import { describe, expect, it } from 'vitest';
import { givenDayText, readGivenDay } from '../../shared/given-day';
import { NONCE_PLACEHOLDER, servedPage } from '../../shared/served-files';

describe('the day of a test run', () => {
  it('is written and read as day and moment', () => {
    const given = readGivenDay('2028-02-29@1774000000000');
    expect(given).toEqual({ day: '2028-02-29', since: 1_774_000_000_000 });
    expect(givenDayText(given!)).toBe('2028-02-29@1774000000000');
  });

  it('begins now where only the day is named', () => {
    expect(readGivenDay('2026-12-31', 5)).toEqual({ day: '2026-12-31', since: 5 });
    expect(readGivenDay('2026-12-31')).toBeNull();
  });

  it.each(['', '2026-02-29', '2026-3-1', '2026-03-01@', '2026-03-01@-1', '2026-03-01@1"><script>', ' 2026-03-01'])(
    '%j is none',
    (text) => {
      expect(readGivenDay(text, 5)).toBeNull();
    },
  );

  it('stands in the head of the page, before anything that could ask for it; a page without one is as it was built', () => {
    const html = `<html><head><meta name="csp-nonce" content="${NONCE_PLACEHOLDER}" /></head></html>`;
    expect(servedPage(html, 'n', null)).toBe('<html><head><meta name="csp-nonce" content="n" /></head></html>');
    expect(servedPage(html, 'n', readGivenDay('2028-02-29@7'))).toBe(
      '<html><head><meta name="given-day" content="2028-02-29@7" /><meta name="csp-nonce" content="n" /></head></html>',
    );
  });
});
