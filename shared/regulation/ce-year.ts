import { addDays, anniversary, dateOf, monthOf, yearOf, type Day } from '../basics/day';

/** 新取证 = new, 换发 = exchanged. */
export type CertificateOrigin = 'new' | 'exchanged';

/**
 * anniversary: a CE year begins on the anniversary of the issue date, for every certificate.
 * as-examples: the same for new certificates, one day later for exchanged ones, as the official examples print it.
 */
export type CeConvention = 'anniversary' | 'as-examples';

/** The label of the first CE year that counts. [9]: a new certificate counts from the year after, an exchanged one at once. */
export const firstCeYear = (issuedOn: Day, origin: CertificateOrigin): number =>
  yearOf(issuedOn) + (origin === 'new' ? 1 : 0);

const firstDay = (issuedOn: Day, origin: CertificateOrigin, label: number, convention: CeConvention): Day => {
  const turn = anniversary(issuedOn, label - yearOf(issuedOn));
  return convention === 'as-examples' && origin === 'exchanged' ? addDays(turn, 1) : turn;
};

/** First and last day of the CE year with this label. [9]: from the k-th anniversary to the day before the next; label = issue year + k. */
export const ceYearDays = (
  issuedOn: Day,
  origin: CertificateOrigin,
  label: number,
  convention: CeConvention,
): { from: Day; to: Day } => ({
  from: firstDay(issuedOn, origin, label, convention),
  to: addDays(firstDay(issuedOn, origin, label + 1, convention), -1),
});

/** The label of the CE year that a day belongs to ([9]), or null while the certificate is not due yet. */
export function ceYearOf(
  issuedOn: Day,
  origin: CertificateOrigin,
  day: Day,
  convention: CeConvention,
): number | null {
  const calendarYear = yearOf(day);
  const label = day < firstDay(issuedOn, origin, calendarYear, convention) ? calendarYear - 1 : calendarYear;
  return label < firstCeYear(issuedOn, origin) ? null : label;
}

/** Place of a date in the year, for a quick look at distances only: every month counts as 31 days. */
const roughPlace = (d: Day): number => monthOf(d) * 31 + dateOf(d);

/** Whether a day is an anniversary that begins a counting CE year, or one day beside it: there the two conventions may disagree. */
export function isNearAnniversary(issuedOn: Day, origin: CertificateOrigin, day: Day): boolean {
  const apart = Math.abs(roughPlace(issuedOn) - roughPlace(day));
  if (Math.min(apart, 372 - apart) > 6) return false;
  return [-1, 0, 1].some((step) => {
    const moved = addDays(day, step);
    return (
      yearOf(moved) >= firstCeYear(issuedOn, origin) &&
      moved === anniversary(issuedOn, yearOf(moved) - yearOf(issuedOn))
    );
  });
}
