import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { markAllPresent } from '../../../shared/commands/mark-all-present';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import type { CellMark } from '../../../shared/commands/mark-cells';
import type { CourseId } from '../../../shared/records/ids';
import type { Mark } from '../../../shared/records/mark';
import { markText } from '../../../shared/records/mark-text';
import { hoursOf } from '../../../shared/regulation/credits';
import { judgeEnrolment } from '../../../shared/regulation/evaluate';
import { parametersOn } from '../../../shared/regulation/parameters-on';
import { goTo } from '../../app/navigation';
import { commandContext } from '../../platform/clock';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { Toolbar } from '../../ui/toolbar';
import { useConfirm } from '../../ui/use-confirm';
import { blockOf, cellsOf, selectCell, type Selection } from './grid-selection';
import { pastedMarks } from './paste-marks';
import { RegisterGrid } from './register-grid';
import { recordedIn, registerModel, type RegisterModel } from './register-model';
import { useRegister } from './use-register';

/** 考勤: the register of one course. */
export function AttendancePage({ courseId }: { readonly courseId: CourseId }) {
  const register = useRegister(courseId);
  const { facts } = register;
  const confirm = useConfirm();
  const { today, minuteOfDay } = commandContext();
  const model = useMemo(() => facts && registerModel(facts, { today, minuteOfDay }), [facts, today, minuteOfDay]);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const parameters = useMemo(
    () => facts && parametersOn({ id: facts.course.ruleset }, facts.parameterSettings, facts.course.startsOn),
    [facts],
  );

  const run = register.run;
  const mark = useCallback(
    (cells: readonly CellMark[]): void => {
      setNotice(null);
      void run((now, ctx, reason) => markAttendance(now, { cells, reason }, ctx), cells.length);
    },
    [run],
  );

  if (!facts || !model || !parameters) return null;
  if (model.columns.length === 0) {
    return (
      <EmptyState title={TEXT.emptyNoSessions}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'timetable' })}>
          {TEXT.goTimetable}
        </Button>
      </EmptyState>
    );
  }
  if (model.rows.length === 0) {
    return (
      <EmptyState title={TEXT.emptyNoPeople}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}>
          {TEXT.goRoster}
        </Button>
      </EmptyState>
    );
  }

  const chosen = selection ?? selectCell({ row: 0, column: firstColumn(model) });
  const column = Math.min(chosen.focus.column, model.columns.length - 1);
  const session = model.columns[column]!.session;
  const recorded = recordedIn(model, column);

  const onMark = (at: Selection, value: Mark | null): void =>
    mark(
      cellsOf(at)
        .filter(({ row, column: c }) => value === null || !model.blocked(row, c) || single(at))
        .map(({ row, column: c }) => cellMark(model, row, c, value)),
    );
  const onFillDown = (at: Selection): void => {
    const { top } = blockOf(at);
    mark(
      cellsOf(at)
        .filter(({ row, column: c }) => row > top && !model.blocked(row, c))
        .map(({ row, column: c }) => cellMark(model, row, c, model.mark(top, c))),
    );
  };
  const onAllPresent = async (at: number): Promise<void> => {
    const target = model.columns[at]!.session;
    const { open } = recordedIn(model, at);
    if (open.length === 0) {
      setNotice(model.blocked(0, at) === 'future' ? TEXT.blocked.future : TEXT.allPresentDone);
      return;
    }
    const agreed = await confirm({ title: TEXT.allPresentTitle(target.number), sentence: TEXT.allPresentBody(open.length), confirmLabel: TEXT.confirm });
    if (agreed) await run((now, ctx) => markAllPresent(now, { sessionId: target.id }, ctx), open.length);
  };
  const onPaste = (at: { row: number; column: number }, text: string): void => {
    const pasted = pastedMarks(text, at, model);
    if (pasted.kind === 'unreadable') setNotice(TEXT.pasteUnreadable(pasted.texts.slice(0, 6).join('、')));
    else if (pasted.cells.length > 0) mark(pasted.cells);
  };
  const takeBack = async (which: 'undo' | 'redo'): Promise<void> => {
    const done = await register[which]();
    setNotice(done ? (which === 'undo' ? TEXT.undone : TEXT.redone) : TEXT.nothingToUndo);
  };

  return (
    <>
      <Toolbar
        right={<span className="second">{TEXT.recorded(recorded.done, recorded.of, session.number)}</span>}
      >
        <Button type="primary" onClick={() => void onAllPresent(column)}>
          {TEXT.allPresent}
        </Button>
        <Button onClick={() => void takeBack('undo')}>{TEXT.undo}</Button>
        <Button onClick={() => void takeBack('redo')}>{TEXT.redo}</Button>
        {notice && (
          <span role="status" className="second">
            {notice}
          </span>
        )}
      </Toolbar>
      {register.problems.length > 0 && <ProblemList problems={register.problems} />}
      <RegisterGrid
        model={model}
        selection={chosen}
        onSelect={setSelection}
        onMark={onMark}
        onFillDown={onFillDown}
        onAllPresent={(at) => void onAllPresent(at)}
        onUndo={() => void takeBack('undo')}
        onRedo={() => void takeBack('redo')}
        onPaste={onPaste}
        copyText={(at) => copyText(model, at)}
        hoursOf={(row) => hoursOf(facts, model.rows[row]!.enrolment, parameters)}
        verdictOf={(row) => {
          const { findings } = judgeEnrolment(facts, model.rows[row]!.enrolment.id, today);
          const outcomes = findings.filter(({ rule }) => rule === 'total-hours' || rule === 'professional-hours').map(({ outcome }) => outcome);
          return outcomes.includes('notMet') ? 'lost' : outcomes.every((outcome) => outcome === 'met') ? 'met' : 'open';
        }}
      />
      <div className="register-legend">
        <span>{TEXT.legend}</span>
      </div>
      {register.waiting && (
        <ReasonDialog
          title={TEXT.reasonTitle}
          sentence={TEXT.reasonBody(register.waiting.cells)}
          confirmLabel={TEXT.confirm}
          suggestions={TEXT.reasons}
          onConfirm={register.giveReason}
          onCancel={register.clear}
        />
      )}
    </>
  );
}

const single = (at: Selection): boolean => at.focus.row === at.anchor.row && at.focus.column === at.anchor.column;

const cellMark = (model: RegisterModel, row: number, column: number, mark: Mark | null): CellMark => ({
  sessionId: model.columns[column]!.session.id,
  enrolmentId: model.rows[row]!.enrolment.id,
  mark,
});

/** Today's first session that is not complete; else the first session with open places; else the first. */
function firstColumn(model: RegisterModel): number {
  const open = model.columns.map((_, column) => recordedIn(model, column).open.length > 0);
  const today = model.columns.findIndex(({ isToday }, column) => isToday && open[column]);
  return Math.max(0, today >= 0 ? today : open.indexOf(true));
}

function copyText(model: RegisterModel, at: Selection): string {
  const { top, bottom, left, right } = blockOf(at);
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) cells.push(markText(model.mark(row, column)));
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}
