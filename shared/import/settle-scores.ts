import type { ScoreEntry } from '../commands/import-entries';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { EnrolmentId } from '../records/ids';
import type { TestAttempt } from '../records/test-attempt';
import type { CourseFacts } from '../regulation/facts';
import type { FieldChange } from './preview';
import type { Candidate, Settlement } from './sheet-reader';
import { wouldChange } from './would-change';

/** A readable row; number null where the file has none: then attempts are numbered by their dates. */
export type ScoreCandidate = Omit<ScoreEntry, 'number'> & {
  readonly name: string;
  readonly number: number | null;
  /** What stands in columns of its own beside it: 补考日期, 补考成绩. */
  readonly retake?: Pick<ScoreEntry, 'on' | 'score'> & { readonly number: number | null };
};

export const scoreText = (score: number | 'absent'): string => (score === 'absent' ? '缺考' : String(score));

/** One attempt of a row: its own, or the retake beside it. */
interface Attempt {
  readonly candidate: number;
  readonly entry: Pick<ScoreCandidate, 'enrolmentId' | 'name' | 'on' | 'score' | 'number'>;
  readonly retake: boolean;
}

/** Numbers, repetitions within the file, differences from stored attempts. */
export function settleScores(
  candidates: readonly Candidate<ScoreCandidate>[],
  facts: CourseFacts,
): readonly Settlement<ScoreCandidate>[] {
  const attempts = candidates.flatMap(({ entry }, candidate): readonly Attempt[] => [
    { candidate, entry, retake: false },
    ...(entry.retake ? [{ candidate, entry: { ...entry, ...entry.retake }, retake: true }] : []),
  ]);
  const repeated = repeats(attempts);
  const numbers = attemptNumbers(
    attempts.map((attempt) => ({ ...attempt.entry, leftOut: repeated.has(attempt) })),
    facts,
  );
  const rowOf = new Map<string, number>();
  return candidates.map(({ row, entry }, candidate): Settlement<ScoreCandidate> => {
    const problems: Problem[] = [];
    const changes: FieldChange[] = [];
    const found: { number: number; stored: boolean }[] = [];
    attempts.forEach((attempt, i) => {
      if (attempt.candidate !== candidate) return;
      const original = repeated.get(attempt);
      const number = numbers[original === undefined ? i : attempts.indexOf(original)]!;
      const key = `${entry.enrolmentId}|${number}`;
      const earlier = rowOf.get(key);
      if (earlier !== undefined)
        problems.push(importProblem('attempt-duplicate', { name: entry.name, number, row: earlier }, 'number'));
      else rowOf.set(key, row);
      const stored = facts.attempts.get(entry.enrolmentId)?.find((one) => one.number === number);
      found.push({ number, stored: stored !== undefined });
      if (stored) changes.push(...attemptChanges(attempt, stored));
    });
    if (problems.length > 0) return { entry: null, problems, changes: [], unchanged: false };
    const unchanged = found.every(({ stored }) => stored) && changes.length === 0;
    const [first, second] = found;
    const what = `${entry.name}的第 ${found.map(({ number }) => number).join('、')} 次成绩`;
    const said = unchanged
      ? [importProblem('already-enrolled', { what })]
      : changes.length > 0
        ? [wouldChange(changes)]
        : [];
    const numbered = { ...entry, number: first!.number };
    return {
      entry: entry.retake ? { ...numbered, retake: { ...entry.retake, number: second!.number } } : numbered,
      problems: said,
      changes,
      unchanged,
    };
  });
}

function attemptChanges({ entry, retake }: Attempt, stored: TestAttempt): readonly FieldChange[] {
  const [on, score] = retake ? ['retakeOn', 'retakeScore'] : ['on', 'score'];
  return [
    ...(stored.on === entry.on
      ? []
      : [{ field: on!, label: retake ? '补考日期' : '测试日期', from: stored.on, to: entry.on }]),
    ...(stored.score === entry.score
      ? []
      : [
          {
            field: score!,
            label: retake ? '补考成绩' : '成绩',
            from: scoreText(stored.score),
            to: scoreText(entry.score),
          },
        ]),
  ];
}

/** Attempts without a number that say once more what an earlier row says: the same line twice, not a second attempt. */
function repeats(attempts: readonly Attempt[]): ReadonlyMap<Attempt, Attempt> {
  const first = new Map<string, Attempt>();
  const repeated = new Map<Attempt, Attempt>();
  for (const attempt of attempts) {
    const { enrolmentId, on, score, number } = attempt.entry;
    if (number !== null) continue;
    const key = `${enrolmentId}|${on}|${score}`;
    const earlier = first.get(key);
    if (earlier) repeated.set(attempt, earlier);
    else first.set(key, attempt);
  }
  return repeated;
}

type Unnumbered = Pick<ScoreCandidate, 'enrolmentId' | 'on' | 'number'> & { readonly leftOut: boolean };

/** Numbers for the attempts that have none: the stored attempt of the same day, else the next free one in order of days. */
function attemptNumbers(attempts: readonly Unnumbered[], facts: CourseFacts): readonly number[] {
  const numbers = attempts.map(({ number }) => number);
  const used = new Map<EnrolmentId, Set<number>>();
  const usedBy = (id: EnrolmentId): Set<number> => {
    const known = used.get(id) ?? new Set(facts.attempts.get(id)?.map(({ number }) => number));
    used.set(id, known);
    return known;
  };
  for (const { enrolmentId, number } of attempts) if (number !== null) usedBy(enrolmentId).add(number);
  const open = attempts
    .map((attempt, i) => ({ ...attempt, i }))
    .filter(({ number, leftOut }) => number === null && !leftOut);
  for (const { enrolmentId, on, i } of open.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.i - b.i))) {
    const taken = usedBy(enrolmentId);
    const same = facts.attempts.get(enrolmentId)?.find((one) => one.on === on);
    let number = same?.number ?? 1;
    if (!same) while (taken.has(number)) number++;
    taken.add(number);
    numbers[i] = number;
  }
  return numbers.map((number) => number ?? 0);
}
