import type { Day } from '../../../shared/basics/day';
import type { Course } from '../../../shared/records/course';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import { personThatCounts } from '../../../shared/records/who-counts';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, Judgement } from '../../../shared/regulation/finding';

/** One person's line: the attempts, and what the rule says of them. */
export interface TestRow {
  readonly enrolment: Enrolment;
  readonly name: string;
  /** Whole: only for matching pasted lines. */
  readonly idNumber: string;
  /** In order of their numbers. */
  readonly attempts: readonly TestAttempt[];
  readonly best: number | null;
  /** The finding of test-passed; null while it is being worked out. */
  readonly finding: Finding | null;
}

/** Everybody of the course in the order of the roster, those who left at their place. */
export function testRows(facts: CourseFacts, judgements: readonly Judgement[] | undefined): readonly TestRow[] {
  const judged = new Map(judgements?.map((judgement) => [judgement.enrolmentId, judgement]));
  return facts.enrolments
    .toSorted((a, b) => a.order - b.order || a.index - b.index)
    .map((enrolment) => {
      const person = personThatCounts(facts.persons, enrolment.personId);
      const judgement = judged.get(enrolment.id);
      return {
        enrolment,
        name: person?.name ?? '',
        idNumber: person?.idNumber ?? '',
        attempts: (facts.attempts.get(enrolment.id) ?? []).toSorted((a, b) => a.number - b.number),
        best: judgement?.bestScore ?? null,
        finding: judgement?.findings.find(({ rule }) => rule === 'test-passed') ?? null,
      };
    });
}

export const FILTERS = ['all', 'cannotTell', 'notMet', 'met'] as const;
export type TestFilter = (typeof FILTERS)[number];

/** Those who are counted as lacking or needing something have not left. */
export const passesFilter = ({ enrolment, finding }: TestRow, filter: TestFilter): boolean =>
  filter === 'all' || (enrolment.status.kind === 'active' && finding?.outcome === filter);

/** The attempt that is typed next for these people: the first number that some of them lack, 1 for an empty list. */
export const nextNumber = (rows: readonly TestRow[]): number =>
  rows.reduce((highest, { attempts }) => Math.max(highest, attempts.at(-1)?.number ?? 0), 0) + 1;

/**
 * The day that attempts of this number are most likely typed for: when others made theirs; else today, the first test not
 * outside of the course, a retake not before the attempts so far.
 */
export function likelyDay(rows: readonly TestRow[], number: number, course: Course, today: Day): Day {
  const days = (wanted: (attempt: TestAttempt) => boolean): readonly Day[] =>
    rows.flatMap(({ attempts }) => attempts.filter(wanted).map(({ on }) => on)).sort();
  const same = days((attempt) => attempt.number === number).at(-1);
  if (same) return same;
  const { startsOn, endsOn } = course;
  if (number === 1) return today < startsOn ? startsOn : today > endsOn ? endsOn : today;
  const last = days(() => true).at(-1) ?? startsOn;
  return today < last ? last : today;
}
