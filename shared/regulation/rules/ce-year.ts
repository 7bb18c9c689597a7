import { rule } from '../rule';
import type { Subject } from '../subject';

export const ceYear = rule({
  id: 'ce-year',
  title: '继续教育年度',
  purposes: ['annual'],
  cites: ['9'],
  severity: { notMet: 'warning', cannotTell: 'warning' },
  details: {
    'one-year': 'met',
    'near-anniversary': ['met', 'warning'],
    straddles: ['met', 'warning'],
    'chosen-not-due': 'notMet',
    'not-due': 'notApplicable',
    'not-due-near-anniversary': ['notApplicable', 'warning'],
    'no-issue-date': 'cannotTell',
    'no-origin': 'cannotTell',
    'no-timetable': 'cannotTell',
  },

  // [9]: CE years run from anniversary to anniversary of the issue date; the label is the issue year + k.
  check(subject, { ceConvention }) {
    const { ledger, certificate } = subject;
    const records = [{ table: 'certificates', id: certificate.id }] as const;
    if (ledger.courseGap)
      return {
        detail: ledger.courseGap,
        records,
        ...(certificate.issuedOn && { values: { issuedOn: certificate.issuedOn } }),
      };
    if (subject.counted.length === 0) return { detail: 'no-timetable', records };

    const years = ledger.courseYears.filter((year) => year !== null);
    // The convention decides only beside an anniversary: one day earlier or later there is another year.
    const near = ledger.nearAnniversary;
    const parameters = near.length > 0 ? [ceConvention] : [];
    const values = {
      issuedOn: certificate.issuedOn!,
      years: years.map(String),
      near,
      ...(years.length > 0 ? ledger.daysOf(years[0]!) : { firstDue: ledger.daysOf(ledger.firstYear).from }),
    };
    const used = { records, parameters, values };
    if (ledger.chosenNotDue.length > 0) {
      return {
        detail: 'chosen-not-due',
        records,
        values: { ...values, chosen: ledger.chosenNotDue.map(({ ceYear: year }) => String(year)) },
      };
    }

    // [9]: a new certificate is due from the year after its issue.
    if (years.length === 0) return { detail: near.length > 0 ? 'not-due-near-anniversary' : 'not-due', ...used };
    if (ledger.courseYears.length > 1)
      return { detail: 'straddles', ...used, values: { ...values, split: splitOf(subject) } };
    return { detail: near.length > 0 ? 'near-anniversary' : 'one-year', ...used };
  },
});

/** How the course's credited periods fall into the years: '2025年度 18 学时'. */
function splitOf({ ledger, counted }: Subject): string[] {
  const sums = new Map<number | null, number>();
  for (const { session, credited } of counted) {
    const year = ledger.chosen.find(
      ({ choice }) => 'session' in choice.target && choice.target.session === session.id,
    )?.choice.ceYear;
    const key = year ?? ledger.yearOn(session.date);
    sums.set(key, (sums.get(key) ?? 0) + credited);
  }
  return [...sums].map(([year, total]) => `${year === null ? '未到起算年度' : `${year}年度`} ${total} 学时`);
}
