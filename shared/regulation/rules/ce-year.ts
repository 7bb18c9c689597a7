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
    const { ledger, certificate, certificateRef: records } = subject;
    if (ledger.courseGap) return { detail: ledger.courseGap, records };
    if (subject.counted.length === 0) return { detail: 'no-timetable', records };

    const years = ledger.courseYears.filter((year) => year !== null);
    // The convention decides only beside an anniversary: one day earlier or later there is another year.
    const near = ledger.nearAnniversary;
    const parameters = near.length > 0 ? [ceConvention] : [];
    const days = years.length > 0 ? ledger.daysOf(years[0]!) : null;
    const named = { issuedOn: certificate.issuedOn!, years: years.map(String), near };
    if (ledger.chosenNotDue.length > 0) {
      const chosen = ledger.chosenNotDue.map(({ ceYear: year }) => String(year));
      return { detail: 'chosen-not-due', records, values: { ...named, chosen } };
    }

    // [9]: a new certificate is due from the year after its issue.
    if (days === null) {
      const values = { ...named, firstDue: ledger.daysOf(ledger.firstYear).from };
      return { detail: near.length > 0 ? 'not-due-near-anniversary' : 'not-due', records, parameters, values };
    }
    const { from, to } = days;
    if (ledger.courseYears.length > 1) {
      return { detail: 'straddles', records, parameters, values: { ...named, from, to, split: splitOf(subject) } };
    }
    return {
      detail: near.length > 0 ? 'near-anniversary' : 'one-year',
      records,
      parameters,
      values: { issuedOn: named.issuedOn, years: named.years, near, from, to },
    };
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
