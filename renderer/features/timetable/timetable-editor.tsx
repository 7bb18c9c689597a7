import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { type Day } from '../../../shared/basics/day';
import { copyDay } from '../../../shared/commands/copy-day';
import { deleteSession } from '../../../shared/commands/delete-session';
import { marksOfSession } from '../../../shared/commands/recorded-marks';
import { clashProblem } from '../../../shared/commands/session-problems';
import { isFutureSession, whyNotAttending } from '../../../shared/records/attends';
import type { SessionId } from '../../../shared/records/ids';
import type { Session } from '../../../shared/records/session';
import { bySchedule } from '../../../shared/regulation/credits';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { parametersOfCourse } from '../../../shared/regulation/parameters-of-course';
import { rulesetById } from '../../../shared/regulation/rulesets';
import { useCourseCommands } from '../../flows/commands/use-course-commands';
import { useUndo } from '../../flows/commands/use-undo';
import { useMoment } from '../../app/use-moment';
import { longDay } from '../../text/format';
import { timetableText as text } from '../../text/timetable';
import { undoText } from '../../text/undo';
import { EmptyState } from '../../ui/empty-state';
import { ProblemBar } from '../../ui/problem-bar';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { useShortcuts } from '../../ui/shortcuts';
import { Toolbar } from '../../ui/toolbar';
import { CopyDayDialog } from './copy-day-dialog';
import { DeleteSessionDialog } from './delete-session-dialog';
import { lineClashes } from './line-clashes';
import { MakeUpForm } from './make-up-form';
import { PlanSums } from './plan-sums';
import { withDraft } from './session-draft';
import { TimetableTable, type Recorded } from './timetable-table';
import { useLineEditor } from './use-line-editor';
import styles from './timetable.module.css';

interface TimetableEditorProps {
  readonly facts: CourseFacts;
  /** Lessons of other courses on the same days. */
  readonly others: readonly Session[];
  /** The lesson that is the current one at first. */
  readonly startAt: SessionId | null;
  readonly importButton: (type: 'default' | 'primary') => ReactNode;
}

/** What is asked at the moment. */
type Asking =
  | { readonly kind: 'delete'; readonly session: Session }
  | { readonly kind: 'copy'; readonly day: Day; readonly count: number }
  | { readonly kind: 'make-up'; readonly session: Session };

const NO_SESSIONS: ReadonlySet<string> = new Set([
  'session-clash-teacher',
  'session-clash-room',
  'session-clash-time',
]);

/** The timetable with its sums, clashes and dialogs. */
export function TimetableEditor({ facts, others, startAt, importButton }: TimetableEditorProps) {
  const { course, sessions: unsorted, enrolments } = facts;
  const { today, minuteOfDay } = useMoment();
  const commands = useCourseCommands(course.id);
  const { undo } = useUndo();
  const [active, setActive] = useState<SessionId | null>(startAt);
  const [asking, setAsking] = useState<Asking | null>(null);
  const parameters = useMemo(
    () => parametersOfCourse(course, facts.parameterSettings),
    [course, facts.parameterSettings],
  );
  const minutesPerPeriod = parameters.minutesPerPeriod.value;
  const sessions = useMemo(() => unsorted.toSorted(bySchedule), [unsorted]);
  const editor = useLineEditor({ facts, others, minutesPerPeriod, commands, onLeave: (at) => at && setActive(at) });
  const draft = editor.line?.draft ?? null;
  const planned = useMemo(() => withDraft(sessions, draft, course.id), [sessions, draft, course.id]);
  const saved = useMemo(() => lineClashes(sessions, others, course.id), [sessions, others, course.id]);
  const clashes = useMemo(
    () => (planned === sessions ? saved : lineClashes(planned, others, course.id)),
    [planned, sessions, saved, others, course.id],
  );
  const recorded = useMemo(
    () =>
      new Map(
        sessions.map((session): [SessionId, Recorded] => [
          session.id,
          {
            done: marksOfSession(facts, session).length,
            of: enrolments.filter((enrolment) => whyNotAttending(session, enrolment) === null).length,
          },
        ]),
      ),
    [facts, sessions, enrolments],
  );
  useShortcuts(text.name, [
    { keys: 'Enter', does: text.shortcuts.edit },
    { keys: 'F2', does: text.shortcuts.edit },
    { keys: 'Insert', does: text.shortcuts.add },
    { keys: 'Delete', does: text.shortcuts.remove },
    { keys: 'Escape', does: text.shortcuts.giveUp },
    { keys: 'Ctrl+C', does: text.shortcuts.copy },
  ]);
  const close = (): void => setAsking(null);
  const problems = commands.problems.filter(({ code }) => !NO_SESSIONS.has(code));
  const clashList = saved.all.map((clash) => ({ ...clashProblem(facts, clash), clash }));

  if (sessions.length === 0 && !editor.line) {
    return (
      <EmptyState title={text.emptyTitle} next={text.emptyNext}>
        {importButton('primary')}
        <Button onClick={() => void editor.add()}>{text.add}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <Toolbar right={<span className="second">{text.keys}</span>}>
        <Button type="primary" onClick={() => void editor.add()}>
          {text.add}
        </Button>
        {importButton('default')}
        <Button onClick={() => void undo()}>{undoText.undo}</Button>
      </Toolbar>
      <PlanSums facts={facts} sessions={planned} parameters={parameters} typing={draft !== null} />
      <TimetableTable
        sessions={sessions}
        editor={editor}
        active={active}
        onActivate={setActive}
        clashes={clashes}
        recordedOf={(session) => recorded.get(session.id) ?? { done: 0, of: 0 }}
        wasHeld={(session) => !isFutureSession(session, today, minuteOfDay)}
        posts={rulesetById(course.ruleset)?.posts ?? []}
        minutesPerPeriod={minutesPerPeriod}
        today={today}
        onDelete={(session) => setAsking({ kind: 'delete', session })}
        onMakeUp={(session) => setAsking({ kind: 'make-up', session })}
        onCopyDay={(day, count) => setAsking({ kind: 'copy', day, count })}
      />
      {/* Below the table: what is said there moves no line under the mouse. */}
      {editor.line && editor.line.wrong.length > 0 && (
        <p role="alert" className={styles['short']}>
          {text.required}
        </p>
      )}
      {problems.length > 0 && (
        <ProblemBar onDismiss={commands.clear}>
          <ProblemList problems={problems} />
        </ProblemBar>
      )}
      {clashList.length > 0 && (
        <details className={styles['clashes']}>
          <summary>{text.clashes(clashList.length)}</summary>
          <ProblemList problems={clashList} action={(one) => showClash(one, clashList, setActive)} />
        </details>
      )}
      {asking?.kind === 'delete' && (
        <DeleteSessionDialog
          facts={facts}
          session={asking.session}
          onCancel={close}
          onDelete={async (reason) => {
            close();
            await commands.run(
              (latest, ctx) => deleteSession(latest, { sessionId: asking.session.id, marks: 'delete', reason }, ctx),
              text.deleted(asking.session.number),
            );
          }}
        />
      )}
      {asking?.kind === 'copy' && (
        <CopyDayDialog
          day={asking.day}
          count={asking.count}
          today={today}
          onCancel={close}
          onCopy={async (to) => {
            close();
            await commands.run(
              (latest, ctx) => copyDay(latest, { from: asking.day, to, others }, ctx),
              text.copyDayDone(asking.count, longDay(to)),
            );
          }}
        />
      )}
      {asking?.kind === 'make-up' && (
        <MakeUp facts={facts} others={others} session={asking.session} today={today} onClose={close} />
      )}
      {commands.question && (
        <ReasonDialog
          title={text.editReason}
          sentence={text.editReasonSentence}
          confirmLabel={text.edit}
          suggestions={text.editReasons}
          onConfirm={commands.question.give}
          onCancel={commands.question.cancel}
        />
      )}
    </>
  );
}

type ListedClash = ReturnType<typeof clashProblem> & { readonly clash: { readonly a: Session } };

/** The button that goes to the first line of a clash. */
function showClash(
  one: ReturnType<typeof clashProblem>,
  list: readonly ListedClash[],
  setActive: (id: SessionId) => void,
) {
  const found = list.find((listed) => listed === one);
  return found ? { label: text.show, run: () => setActive(found.clash.a.id) } : null;
}

interface MakeUpProps {
  readonly facts: CourseFacts;
  readonly others: readonly Session[];
  readonly session: Session;
  readonly today: Day;
  readonly onClose: () => void;
}

/** For an ordinary lesson a new make-up lesson, for a make-up lesson its list. */
function MakeUp({ facts, session, ...rest }: MakeUpProps) {
  const original = session.makesUpFor && facts.sessions.find(({ id }) => id === session.makesUpFor);
  return original ? (
    <MakeUpForm facts={facts} original={original} lesson={session} {...rest} />
  ) : (
    <MakeUpForm facts={facts} original={session} {...rest} />
  );
}
