import { monthOf, dateOf } from '../../../shared/basics/day';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import { explain } from '../../../shared/regulation/explain';
import { postTitle } from '../../../shared/regulation/posts';
import { attemptPassed } from '../../../shared/regulation/rules/test-passed';
import type { RunOutcome } from '../../flows/commands/use-course-commands';
import { testsText as text } from '../../text/tests';
import { StateMark } from '../../ui/state-mark';
import type { Column } from '../../ui/table-model';
import { ScoreInput } from './score-input';
import type { TestRow } from './test-row';
import styles from './tests.module.css';

interface TestColumnsOptions {
  /** How many attempts stand side by side. */
  readonly attempts: number;
  /** The attempt that is typed. */
  readonly number: number;
  readonly onScore: (row: TestRow, score: TestAttempt['score']) => Promise<RunOutcome>;
  readonly onUnreadable: (row: TestRow, text: string | null) => void;
  readonly onPasteBlock: (row: TestRow, text: string) => void;
  readonly onAttempt: (row: TestRow, attempt: TestAttempt) => void;
}

const attemptOf = ({ attempts }: TestRow, number: number): TestAttempt | undefined =>
  attempts.find((attempt) => attempt.number === number);

/** One attempt in a cell: day, score, the pass mark of that day, and whether it passed. */
function AttemptCell({
  row,
  attempt,
  onOpen,
}: {
  readonly row: TestRow;
  readonly attempt: TestAttempt;
  readonly onOpen: () => void;
}) {
  const passed = attemptPassed(attempt);
  const sat = passed ? text.passed : text.failed;
  const result = attempt.score === 'absent' ? text.absent : sat;
  const { number, on, score, passMark, note } = attempt;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['attempt']}
      title={text.attemptTip(number, on, text.score(score), passMark, result, note ?? '')}
      aria-label={`${row.name} ${text.attemptTip(number, on, text.score(score), passMark, result, note ?? '')}`}
      onClick={onOpen}
    >
      <span className={styles['on']}>{`${monthOf(on)}-${dateOf(on)}`}</span>
      <b>{text.score(score)}</b>
      <span className="second">{text.passMark(passMark)}</span>
      <StateMark state={passed ? 'met' : 'notMet'} label={result} />
    </button>
  );
}

/** Who, the column that is typed down, the attempts side by side, the best one and what it means. */
export function testColumns({
  attempts,
  number,
  onScore,
  onUnreadable,
  onPasteBlock,
  onAttempt,
}: TestColumnsOptions): readonly Column<TestRow>[] {
  return [
    { key: 'order', title: text.columns.order, width: 52, align: 'right', value: ({ enrolment }) => enrolment.order },
    {
      key: 'name',
      title: text.columns.name,
      width: 112,
      value: ({ name }) => name,
      render: ({ name, enrolment: { status } }) => (
        <span className={status.kind === 'active' ? undefined : styles['gone']}>
          {name}
          {status.kind !== 'active' && <span className={styles['tag']}>{text.left[status.kind]}</span>}
        </span>
      ),
    },
    {
      key: 'post',
      title: text.columns.post,
      width: 128,
      filter: true,
      value: ({ enrolment }) => postTitle(enrolment.post),
    },
    {
      key: 'entry',
      title: text.columns.entry(number),
      width: 108,
      value: (row) => {
        const score = attemptOf(row, number)?.score ?? null;
        return score === 'absent' ? text.absent : score;
      },
      render: (row) => (
        <ScoreInput
          key={`${row.enrolment.id}-${number}`}
          label={text.entryLabel(row.name, number)}
          stored={attemptOf(row, number)?.score ?? null}
          onScore={(score) => onScore(row, score)}
          onUnreadable={(unread) => onUnreadable(row, unread)}
          onPasteBlock={(pasted) => onPasteBlock(row, pasted)}
        />
      ),
    },
    ...Array.from({ length: attempts }, (_, i): Column<TestRow> => {
      const n = i + 1;
      return {
        key: `attempt-${n}`,
        title: text.attemptOf(n),
        width: 140,
        value: (row) => {
          const attempt = attemptOf(row, n);
          return attempt ? `${attempt.on} ${text.score(attempt.score)} ${text.passMark(attempt.passMark)}` : null;
        },
        render: (row) => {
          const attempt = attemptOf(row, n);
          return attempt ? <AttemptCell row={row} attempt={attempt} onOpen={() => onAttempt(row, attempt)} /> : null;
        },
      };
    }),
    { key: 'best', title: text.columns.best, width: 80, align: 'right', value: ({ best }) => best },
    {
      key: 'outcome',
      title: text.columns.outcome,
      width: 100,
      value: ({ finding }) => (finding ? text.outcome[finding.outcome] : null),
      render: ({ finding }) =>
        finding && (
          <span title={explain(finding).verdict}>
            <StateMark state={finding.outcome} /> {text.outcome[finding.outcome]}
          </span>
        ),
    },
  ];
}
