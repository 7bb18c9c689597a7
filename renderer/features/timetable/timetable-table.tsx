import { CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Day } from '../../../shared/basics/day';
import { groupBy } from '../../../shared/basics/group-by';
import type { Post } from '../../../shared/records/certificate';
import type { SessionId } from '../../../shared/records/ids';
import type { Session } from '../../../shared/records/session';
import { plannedHours } from '../../../shared/regulation/credits';
import { longDay, weekdayText } from '../../text/format';
import { timetableText as text } from '../../text/timetable';
import { copyTable } from '../../ui/copy-table';
import { clipboardTable } from '../../ui/table-model';
import { EditLine } from './edit-line';
import type { Clashes } from './line-clashes';
import { DRAFT_ID } from './session-draft';
import { FIELDS, fieldText, SessionLine, type Field } from './session-line';
import type { LineEditor } from './use-line-editor';
import styles from './timetable.module.css';

export interface Recorded {
  readonly done: number;
  readonly of: number;
}

interface TimetableTableProps {
  /** In the order of the timetable. */
  readonly sessions: readonly Session[];
  readonly editor: LineEditor;
  readonly active: SessionId | null;
  readonly onActivate: (id: SessionId) => void;
  readonly clashes: Clashes;
  readonly recordedOf: (session: Session) => Recorded;
  /** Whether a lesson has begun, so that somebody can have missed it. */
  readonly wasHeld: (session: Session) => boolean;
  readonly posts: readonly Post[];
  readonly minutesPerPeriod: number;
  readonly today: Day;
  readonly onDelete: (session: Session) => void;
  readonly onMakeUp: (session: Session) => void;
  readonly onCopyDay: (day: Day, count: number) => void;
}

const COLUMN_COUNT = FIELDS.length + 3;
const PAGE = 10;

/** The timetable, grouped by day: a line to read, a line to type. One tab stop; keys as in the lists. */
export function TimetableTable(props: TimetableTableProps) {
  const { sessions, editor, active, clashes } = props;
  const { message } = App.useApp();
  const table = useRef<HTMLTableElement>(null);
  const id = useId();
  const { line } = editor;
  const byDay = groupBy(sessions, (session) => session.date);
  const days = [...new Set([...byDay.keys(), ...(line ? [line.day] : [])])].sort();
  const numberOf = new Map(sessions.map((session) => [session.id, session.number]));

  const wasEditing = useRef(false);
  useEffect(() => {
    // The keyboard goes back to the table when a line is closed.
    if (wasEditing.current && line === null) table.current?.focus();
    wasEditing.current = line !== null;
  }, [line]);
  useEffect(() => {
    if (active && line === null) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id, line]);

  const opensAtLine = useRef(active !== null);
  useEffect(() => {
    // Who comes for one lesson goes on by keyboard there.
    if (opensAtLine.current) table.current?.focus({ preventScroll: true });
  }, []);

  const at = sessions.findIndex((session) => session.id === active);
  const current = sessions[at];
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: sessions.length - 1,
  };
  const copy = (): void => {
    const columns = [
      { key: 'number', title: text.columns.number, width: 0, value: (session: Session) => session.number },
      ...FIELDS.map((field: Field) => ({
        key: field,
        title: text.columns[field],
        width: 0,
        value: (session: Session) => fieldText(session, field),
      })),
    ];
    if (copyTable(clipboardTable(sessions, columns))) void message.success(text.copied(sessions.length));
    else void message.warning(text.copyRefused);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const target = moves[event.key];
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === 'c' && String(getSelection() ?? '') === '') copy();
      return;
    }
    if (target !== undefined && sessions.length > 0)
      props.onActivate(sessions[Math.max(0, Math.min(sessions.length - 1, target))]!.id);
    else if ((event.key === 'Enter' || event.key === 'F2') && current) void editor.edit(current, 'date');
    else if (event.key === 'Insert') void editor.add(current?.date);
    else if (event.key === 'Delete' && current) props.onDelete(current);
    else return;
    event.preventDefault();
  };

  const edited = (draftId: SessionId | null): ReactNode =>
    line && (
      <EditLine
        key={`${draftId ?? 'new'}-${line.opening}`}
        draft={line.draft}
        number={draftId === null ? null : (numberOf.get(draftId) ?? null)}
        field={line.field}
        isMakeUp={sessions.find((session) => session.id === draftId)?.makesUpFor !== undefined}
        posts={props.posts}
        clashes={clashes.byLine.get(draftId ?? DRAFT_ID) ?? []}
        wrong={line.wrong}
        minutesPerPeriod={props.minutesPerPeriod}
        today={props.today}
        onChange={editor.change}
        onSave={() => void editor.saveAndGoOn()}
        onCancel={editor.cancel}
      />
    );
  return (
    <div className={styles['box']}>
      <table
        ref={table}
        className={styles['table']}
        role="grid"
        tabIndex={0}
        aria-label={text.caption}
        {...(active && line === null ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {(['number', ...FIELDS, 'attendance', 'actions'] as const).map((column) => (
              <th key={column} scope="col" data-field={column}>
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {days.map((day) => {
          const lessons = byDay.get(day) ?? [];
          return (
            <tbody key={day}>
              <tr className={styles['day']} data-today={day === props.today}>
                <th colSpan={COLUMN_COUNT} scope="rowgroup">
                  <span className={styles['date']}>
                    {longDay(day)} {weekdayText(day)}
                  </span>
                  <span className="second">{text.dayPeriods(plannedHours(lessons).total, lessons.length)}</span>
                  <Button
                    type="link"
                    size="small"
                    tabIndex={-1}
                    icon={<PlusOutlined aria-hidden />}
                    title={text.addOn(longDay(day))}
                    onClick={() => void editor.add(day)}
                  >
                    {text.addHere}
                  </Button>
                  {lessons.length > 0 && (
                    <Button
                      type="link"
                      size="small"
                      tabIndex={-1}
                      icon={<CopyOutlined aria-hidden />}
                      title={text.copyDayOf(longDay(day))}
                      onClick={() => props.onCopyDay(day, lessons.length)}
                    >
                      {text.copyDay}
                    </Button>
                  )}
                </th>
              </tr>
              {lessons.map((session) =>
                line && line.draft.id === session.id ? (
                  edited(session.id)
                ) : (
                  <SessionLine
                    key={session.id}
                    id={`${id}-${session.id}`}
                    session={session}
                    makesUp={session.makesUpFor ? (numberOf.get(session.makesUpFor) ?? 0) : null}
                    active={session.id === active}
                    clashes={clashes.byLine.get(session.id) ?? []}
                    recorded={props.recordedOf(session)}
                    canMakeUp={session.makesUpFor !== undefined || props.wasHeld(session)}
                    onEdit={(one, field) => void editor.edit(one, field)}
                    onDelete={props.onDelete}
                    onMakeUp={props.onMakeUp}
                    onActivate={({ id: chosen }) => props.onActivate(chosen)}
                  />
                ),
              )}
              {line && line.draft.id === null && line.day === day && edited(null)}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
