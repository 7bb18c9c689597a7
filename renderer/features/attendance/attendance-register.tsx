import { useEffect, useMemo, useRef, useState } from 'react';
import { markAllPresent } from '../../../shared/commands/mark-all-present';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import type { CellMark } from '../../../shared/commands/mark-cells';
import { problemText } from '../../../shared/problems/catalogue';
import { isFutureSession } from '../../../shared/records/attends';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { StepFocus } from '../../app/navigation';
import { useMoment } from '../../app/use-moment';
import { dayJudged } from '../../data/use-judgements';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { undoText } from '../../text/undo';
import { ProblemBar } from '../../ui/problem-bar';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { Toolbar } from '../../ui/toolbar';
import { useConfirm } from '../../ui/use-confirm';
import { useStableCallback } from '../../ui/use-stable-callback';
import { copiedText, filledDown, markedCells } from './cell-changes';
import { FindPerson } from './find-person';
import { cellCount, selectCell, type Selection } from './grid-selection';
import { pastedMarks, type UnreadCell } from './paste-marks';
import { RegisterButtons } from './register-buttons';
import { RegisterGrid } from './register-grid';
import {
  currentColumn,
  recordedIn,
  registerFrame,
  registerModel,
  startCell,
  type RegisterModel,
} from './register-model';
import { RowSums } from './row-sums';
import type { Register } from './use-register';
import styles from './attendance-page.module.css';

interface AttendanceRegisterProps {
  readonly register: Register;
  readonly facts: CourseFacts;
  /** Whose cell is selected at first; else the first open one. */
  readonly startAt: StepFocus | undefined;
  readonly onImport: () => void;
}

/** So many unreadable cells are named. */
const UNREAD_SHOWN = 3;

/** The register with its toolbar: what is typed, pasted or chosen becomes a command. */
export function AttendanceRegister({ register, facts, startAt, onImport }: AttendanceRegisterProps) {
  const confirm = useConfirm();
  const moment = useMoment();
  const { sessions, enrolments, persons } = facts;
  const frame = useMemo(() => registerFrame({ sessions, enrolments, persons }), [sessions, enrolments, persons]);
  const model = useMemo(() => registerModel(frame, facts, moment), [frame, facts, moment]);
  const [selection, setSelection] = useState<Selection>(() => selectCell(startCell(model, startAt)));
  const [notice, setNotice] = useState<string | null>(null);
  /** What was pasted and could not be read. */
  const [unread, setUnread] = useState<readonly UnreadCell[]>([]);
  const [sums] = useState(() => new RowSums());
  const grid = useRef<HTMLElement | null>(null);
  const chosen = useMemo(() => within(selection, model), [selection, model]);
  const on = dayJudged(facts, moment.today);
  const { column } = chosen.focus;

  const clear = (): void => {
    setNotice(null);
    setUnread([]);
    register.clear();
  };
  /** selected = cells that were meant, of which some may take no mark. */
  const mark = (cells: readonly CellMark[], selected = cells.length): void => {
    clear();
    if (cells.length === 0) return;
    void register
      .run((now, ctx, reason) => markAttendance(now, { cells, reason }, ctx))
      .then((saved) => {
        if (saved && cells.length < selected) setNotice(TEXT.markedSome(cells.length, selected - cells.length));
      });
  };
  const onAllPresent = async (at: number): Promise<void> => {
    const { session } = model.columns[at]!;
    const { open } = recordedIn(model, at);
    if (open.length === 0) {
      setNotice(
        isFutureSession(session, moment.today, moment.minuteOfDay) ? TEXT.blocked.future : TEXT.allPresentDone,
      );
      return;
    }
    const agreed = await confirm({
      title: TEXT.allPresentTitle(session.number),
      sentence: TEXT.allPresentBody(open.length),
      confirmLabel: TEXT.confirm,
    });
    if (agreed) await register.run((now, ctx) => markAllPresent(now, { sessionId: session.id }, ctx));
    grid.current?.focus();
  };
  const onPaste = async (at: Selection, text: string): Promise<void> => {
    const pasted = pastedMarks(text, at, model);
    clear();
    if (pasted.kind === 'unreadable') return setUnread(pasted.cells);
    const { cells, leftOut } = pasted;
    if (cells.length === 0) return setNotice(TEXT.pasteNothing);
    if (await register.run((now, ctx, reason) => markAttendance(now, { cells, reason }, ctx)))
      setNotice(TEXT.pasted(cells.length, leftOut));
  };
  const takeBack = async (which: 'undo' | 'redo'): Promise<void> => {
    const done = await register[which]();
    if (done.kind === 'done') setNotice(undoText[which === 'undo' ? 'undone' : 'redone'](done.what));
    else if (done.kind === 'refused') setNotice(undoText.notTaken(done.what));
    else setNotice(which === 'undo' ? undoText.nothing : undoText.nothingToRedo);
  };
  useEffect(() => {
    // Who comes for one cell goes on by keyboard there.
    if (startAt) grid.current?.focus();
  }, [startAt]);
  const onToday = (): void => {
    setSelection(selectCell({ row: chosen.focus.row, column: currentColumn(model) }));
    grid.current?.focus();
  };

  const found = useStableCallback((row: number): void => setSelection(selectCell({ row, column })));
  const toGrid = useStableCallback((): void => grid.current?.focus());
  const allPresentHere = useStableCallback((): void => void onAllPresent(column));
  const takeBackLast = useStableCallback((which: 'undo' | 'redo'): void => void takeBack(which));
  const today = useStableCallback(onToday);
  const importSheet = useStableCallback(onImport);

  return (
    <div className="filling-page">
      <Toolbar
        right={
          <>
            <RecordedStatus model={model} column={column} />
            <FindPerson rows={model.rows} onFound={found} onLeave={toGrid} />
          </>
        }
      >
        <RegisterButtons
          onAllPresent={allPresentHere}
          onToday={today}
          onTakeBack={takeBackLast}
          onImport={importSheet}
        />
      </Toolbar>
      <RegisterGrid
        model={model}
        selection={chosen}
        onSelect={setSelection}
        onMark={(at, value) => mark(markedCells(model, at, value), cellCount(at))}
        onFillDown={(at) => mark(filledDown(model, at))}
        onAllPresent={(at) => void onAllPresent(at)}
        onToday={onToday}
        onUndo={() => void takeBack('undo')}
        onRedo={() => void takeBack('redo')}
        onPaste={(at, text) => void onPaste(at, text)}
        copyText={(at) => copiedText(model, at)}
        notice={notice}
        sumOf={(row) => sums.of(facts, on, model.rows[row]!.enrolment.id)}
        onGrid={(element) => {
          grid.current = element;
        }}
      />
      {(register.problems.length > 0 || unread.length > 0) && (
        <ProblemBar
          onDismiss={() => {
            clear();
            grid.current?.focus();
          }}
        >
          {unread.length > 0 ? (
            <p role="alert" className={styles['unread']}>
              {TEXT.pasteUnreadable(unread.slice(0, UNREAD_SHOWN), unread.length)}
              <br />
              <span className="second">{TEXT.pasteWritings}</span>
            </p>
          ) : (
            <ProblemList problems={register.problems} />
          )}
        </ProblemBar>
      )}
      {register.waiting && (
        <ReasonDialog
          title={TEXT.reasonTitle}
          sentence={problemText(register.waiting.problem).sentence}
          confirmLabel={TEXT.confirm}
          suggestions={TEXT.reasons}
          onConfirm={async (reason) => {
            await register.giveReason(reason);
            grid.current?.focus();
          }}
          onCancel={() => {
            register.clear();
            grid.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** 第 3 课 已登记 46/48, and how many of them late. */
function RecordedStatus({ model, column }: { readonly model: RegisterModel; readonly column: number }) {
  const { done, of, late } = useMemo(() => recordedIn(model, column), [model, column]);
  const { session } = model.columns[column]!;
  const { today, minuteOfDay } = model.moment;
  return (
    <span className="second" role="status">
      {isFutureSession(session, today, minuteOfDay)
        ? TEXT.notOpen(session.number)
        : TEXT.recorded(session.number, done, of)}
      {late > 0 && <span className={styles['late']}> · {TEXT.lateCount(late)}</span>}
    </span>
  );
}

/** The selection inside the register as it is now: sessions and people may have gone. */
function within(selection: Selection, { rows, columns }: RegisterModel): Selection {
  const cell = ({ row, column }: Selection['focus']) => ({
    row: Math.min(row, rows.length - 1),
    column: Math.min(column, columns.length - 1),
  });
  const { focus, anchor } = selection;
  if (Math.max(focus.row, anchor.row) < rows.length && Math.max(focus.column, anchor.column) < columns.length)
    return selection;
  return { focus: cell(focus), anchor: cell(anchor) };
}
