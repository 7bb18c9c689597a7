import { rule } from '../rule';
import type { ChosenYear } from '../year-ledger';

const DETAILS = {
  'carried-forward': 'notMet',
  'too-far-back': 'notMet',
  'no-reason': 'notMet',
  'date-unknown': 'cannotTell',
  'no-issue-date': 'cannotTell',
  'no-origin': 'cannotTell',
  'made-up': ['met', 'info'],
  'by-date': 'met',
  'not-due': 'notApplicable',
} as const;
type Situation = keyof typeof DETAILS;
const GRAVITY: readonly Situation[] = [
  'carried-forward',
  'too-far-back',
  'no-reason',
  'no-origin',
  'date-unknown',
  'made-up',
  'by-date',
];

function judgeChoice({ choice, byDate, originOpen }: ChosenYear): Situation {
  if (originOpen) return 'no-origin';
  if (byDate === undefined) return 'date-unknown';
  // [9]: what a year has too much is not moved on; a year without due date cannot be moved into a counting one either.
  if (byDate === null || choice.ceYear > byDate) return 'carried-forward';
  if (choice.ceYear === byDate) return 'by-date';
  // [9]: only the year before may be made up for, and the reason is recorded.
  if (choice.ceYear < byDate - 1) return 'too-far-back';
  return choice.reason.trim() === '' ? 'no-reason' : 'made-up';
}

export const noCarryOver = rule({
  id: 'no-carry-over',
  title: '不得结转',
  purposes: ['annual'],
  cites: ['9'],
  severity: { notMet: 'warning', cannotTell: 'info' },
  details: DETAILS,

  check({ ledger, certificate }) {
    const certificateRef = { table: 'certificates', id: certificate.id } as const;
    if (ledger.gap === 'no-issue-date') return { detail: ledger.gap, records: [certificateRef] };
    if (ledger.chosen.length === 0) {
      return { detail: ledger.entries.size === 0 ? 'not-due' : 'by-date', records: [certificateRef] };
    }
    const judged = ledger.chosen
      .map((chosen) => ({ chosen, detail: judgeChoice(chosen) }))
      .sort((a, b) => GRAVITY.indexOf(a.detail) - GRAVITY.indexOf(b.detail));
    const { chosen, detail } = judged[0]!;
    return {
      detail,
      records: [
        certificateRef,
        ...ledger.chosen.map(({ choice }) => ({ table: 'ceYearChoices', id: choice.id }) as const),
      ],
      values: {
        count: judged.filter((other) => other.detail === detail).length,
        ceYear: chosen.choice.ceYear,
        reason: chosen.choice.reason,
        ...(typeof chosen.byDate === 'number' ? { byDate: chosen.byDate } : {}),
      },
    };
  },
});
