import { Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { correctAttempt } from '../../../shared/commands/correct-attempt';
import { importScores } from '../../../shared/commands/import-scores';
import { recordAttempt } from '../../../shared/commands/record-attempt';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import type { StepFocus } from '../../app/navigation';
import { useCourseCommands } from '../../flows/commands/use-course-commands';
import { useUndo } from '../../flows/commands/use-undo';
import { today as todayNow } from '../../platform/clock';
import { testsText as text } from '../../text/tests';
import { undoText } from '../../text/undo';
import { DataTable } from '../../ui/data-table';
import { DayInput } from '../../ui/day-input';
import { ProblemBar } from '../../ui/problem-bar';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { useShortcuts } from '../../ui/shortcuts';
import { typedValue, type Typed } from '../../ui/typed-value';
import { AttemptForm } from './attempt-form';
import { PasteDialog } from './paste-dialog';
import { pastedScores, type PastedScores } from './paste-scores';
import { testColumns } from './test-columns';
import { FILTERS, likelyDay, nextNumber, passesFilter, testRows, type TestFilter, type TestRow } from './test-row';
import styles from './tests.module.css';

interface ScoreTableProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[] | undefined;
  /** The person whose line, and the attempt whose form, is open at first. */
  readonly startAt: StepFocus | undefined;
  readonly onImport: () => void;
}

interface OpenedAttempt {
  readonly name: string;
  readonly attempt: TestAttempt;
}

/** The attempt at which the page opens. */
function attemptOf(rows: readonly TestRow[], startAt: StepFocus | undefined): OpenedAttempt | null {
  const found = rows.flatMap(({ name, attempts }) => attempts.map((attempt) => ({ name, attempt })));
  return found.find(({ attempt }) => attempt.id === startAt?.attemptId) ?? null;
}

const rowKey = ({ enrolment }: TestRow): string => enrolment.id;
const rowName = ({ name }: TestRow): string => name;
const MOST_OFFERED = 6;

/** The rows as the table shows them, sorted and filtered, for blocks that go by order. */
class ShownOrder {
  #rows: readonly TestRow[] = [];
  readonly show = (rows: readonly TestRow[]): void => {
    this.#rows = rows;
  };
  /** This row and the ones below it. */
  from({ enrolment }: TestRow): readonly TestRow[] {
    return this.#rows.slice(
      Math.max(
        0,
        this.#rows.findIndex((row) => row.enrolment.id === enrolment.id),
      ),
    );
  }
}

/** One line per person with the attempts side by side, and the column into which scores are typed or pasted. */
export function ScoreTable({ facts, judgements, startAt, onImport }: ScoreTableProps) {
  const { course } = facts;
  const today = todayNow();
  const commands = useCourseCommands(course.id);
  const { undo } = useUndo();
  const rows = useMemo(() => testRows(facts, judgements), [facts, judgements]);
  const [on, setOn] = useState<Typed<Day>>(() => likelyDay(rows, 1, course, today));
  const [number, showNumber] = useState(1);
  /** Another attempt was on another day. */
  const setNumber = (next: number): void => {
    if (next === number) return;
    showNumber(next);
    setOn(likelyDay(rows, next, course, today));
  };
  const [filter, setFilter] = useState<TestFilter>('all');
  const [pasted, setPasted] = useState<PastedScores | null>(null);
  const [opened, setOpened] = useState<OpenedAttempt | null>(() => attemptOf(rows, startAt));
  const [dateMissing, setDateMissing] = useState(false);
  /** What was typed last and is no score, and for whom. */
  const [unread, setUnread] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [order] = useState(() => new ShownOrder());
  const day = typedValue(on);
  const shown = useMemo(() => rows.filter((row) => passesFilter(row, filter)), [rows, filter]);
  const most = Math.max(1, nextNumber(rows) - 1);

  const { run, clear } = commands;
  const columns = useMemo(
    () =>
      testColumns({
        attempts: most,
        number,
        onAttempt: ({ name }, attempt) => setOpened({ name, attempt }),
        onUnreadable: ({ name }, typed) => setUnread(typed === null ? null : { name, text: typed }),
        onPasteBlock: (row, block) => {
          setDateMissing(day === null);
          setPasted(pastedScores(block, order.from(row), rows));
        },
        onScore: async ({ enrolment, name, attempts }, score) => {
          setDateMissing(day === null);
          if (day === null) {
            clear();
            return { kind: 'refused' };
          }
          const stored = attempts.find((attempt) => attempt.number === number);
          return run(
            (latest, ctx, reason) =>
              stored
                ? correctAttempt(latest, { attemptId: stored.id, patch: { score }, reason }, ctx)
                : recordAttempt(latest, { enrolmentId: enrolment.id, on: day, number, score }, ctx),
            text.saved(name, text.score(score)),
          );
        },
      }),
    [most, number, rows, day, run, clear, order],
  );
  useShortcuts(
    text.name,
    text.shortcuts.map(([keys, does]) => ({ keys, does })),
  );
  const wrong = dateMissing && day === null ? text.onMissing : unread && text.unreadableOf(unread.name, unread.text);
  const count = (which: TestFilter): number => rows.filter((row) => passesFilter(row, which)).length;
  const choose = (which: TestFilter): void => {
    setFilter(which);
    if (which === 'notMet') setNumber(nextNumber(rows.filter((row) => passesFilter(row, which))));
    else if (which === 'cannotTell') setNumber(1);
  };

  return (
    <>
      <div className={styles['entry']}>
        <span className={styles['field']}>
          <span>{text.on}</span>
          <DayInput label={text.on} value={on} today={today} onChange={setOn} />
        </span>
        <Select
          aria-label={text.attempt}
          value={number}
          options={Array.from({ length: Math.max(MOST_OFFERED, most + 1) }, (_, i) => ({
            value: i + 1,
            label: text.attemptOf(i + 1),
          }))}
          onChange={setNumber}
        />
        {wrong === null ? (
          <span className={styles['keys']}>{text.keys}</span>
        ) : (
          <span role="alert" className={styles['wrong']} title={wrong}>
            {wrong}
          </span>
        )}
      </div>
      <DataTable
        name="tests"
        {...(startAt?.enrolmentId && { startAt: startAt.enrolmentId })}
        caption={text.caption}
        rows={shown}
        rowKey={rowKey}
        rowName={rowName}
        columns={columns}
        onShown={order.show}
        toolbar={
          <>
            <Segmented
              aria-label={text.filter.label}
              value={filter}
              options={FILTERS.map((which) => ({ value: which, label: text.filter[which](count(which)) }))}
              onChange={choose}
            />
            <Button onClick={onImport}>{text.import}</Button>
            <Button onClick={() => void undo()}>{undoText.undo}</Button>
          </>
        }
      />
      {opened === null && commands.problems.length > 0 && (
        <ProblemBar onDismiss={clear}>
          <ProblemList problems={commands.problems} />
        </ProblemBar>
      )}
      {opened && (
        <AttemptForm
          name={opened.name}
          attempt={opened.attempt}
          commands={commands}
          today={today}
          onClose={() => {
            setOpened(null);
            commands.clear();
          }}
        />
      )}
      {pasted && day !== null && (
        <PasteDialog
          pasted={pasted}
          number={number}
          on={day}
          onCancel={() => setPasted(null)}
          onConfirm={(scores, differing) => {
            setPasted(null);
            const entries = scores.map(({ row, score }) => ({
              enrolmentId: row.enrolment.id,
              on: day,
              number,
              score,
            }));
            void run(
              (latest, ctx, reason) => importScores(latest, { entries, differing, reason }, ctx),
              text.paste.done(scores.length),
            );
          }}
        />
      )}
      {commands.question && (
        <ReasonDialog
          title={text.reasonTitle}
          sentence={text.reasonSentence}
          confirmLabel={text.correct}
          suggestions={text.reasons}
          onConfirm={commands.question.give}
          onCancel={commands.question.cancel}
        />
      )}
    </>
  );
}
