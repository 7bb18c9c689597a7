import { memo } from 'react';
import type { PreviewColumn } from '../../../shared/import/preview';
import { importText } from '../../text/import';
import { ProblemTag } from '../../ui/problem-tag';
import { StateMark, type MarkState } from '../../ui/state-mark';
import type { RowView } from '../../workers/import-view';
import { CellEditor } from './cell-editor';
import { coveredText, isMono } from './column-look';
import type { CellNotes } from './preview-model';
import styles from './preview-table.module.css';

const text = importText.preview;

interface PreviewRowProps {
  readonly row: RowView;
  readonly id: string;
  readonly index: number;
  readonly height: number;
  readonly columns: readonly PreviewColumn[];
  readonly notes: ReadonlyMap<string, CellNotes>;
  readonly taken: boolean;
  readonly leftOut: boolean;
  /** Column of the current cell, −1 for the state; null when the row is not the current one. */
  readonly active: number | null;
  /** What the editor begins with; null when no cell of the row is being edited. */
  readonly editing: string | null;
  readonly onActivate: (row: number, column: number) => void;
  readonly onEdit: (row: number, column: number) => void;
  readonly onDone: (row: number, column: number, value: string | null, then: 'stay' | 'down' | 'right') => void;
  readonly onTake: (row: number) => void;
  readonly onInclude: (row: number) => void;
}

/** One row of the preview: its state, its cells, and under each cell what is to be said of it. */
export const PreviewRowLine = memo(function PreviewRowLine(props: PreviewRowProps) {
  const { row, id, index, height, columns, notes, active, editing, onActivate, onEdit, onDone } = props;
  return (
    <tr
      id={`${id}-r${row.row}`}
      aria-rowindex={index + 2}
      data-state={row.state}
      data-active={active !== null}
      data-left-out={props.leftOut}
      style={{ height }}
    >
      <th scope="row" className={styles['number']}>
        {row.row}
      </th>
      <td
        id={`${id}-r${row.row}-c-1`}
        className={styles['state']}
        data-current={active === -1}
        onMouseDown={() => onActivate(row.row, -1)}
      >
        <StateCell {...props} />
      </td>
      {columns.map((column) => {
        const value = row.cells[column.index] ?? '';
        const note = column.field === null ? undefined : notes.get(column.field);
        const current = active === column.index;
        return (
          <td
            key={column.key}
            id={`${id}-r${row.row}-c${column.index}`}
            data-current={current}
            data-edited={row.edited.includes(column.index)}
            data-unused={column.field === null}
            className={isMono(column.field) ? 'mono' : undefined}
            onMouseDown={() => onActivate(row.row, column.index)}
            onDoubleClick={() => onEdit(row.row, column.index)}
          >
            {current && editing !== null ? (
              <CellEditor
                label={text.edit(row.row, column.heading || column.key)}
                value={editing}
                onDone={(next, then) => onDone(row.row, column.index, next, then)}
              />
            ) : (
              <span className={styles['value']}>{coveredText(column.field, value)}</span>
            )}
            {note && <Notes note={note} field={column.field} />}
          </td>
        );
      })}
      <td aria-hidden />
    </tr>
  );
});

function Notes({ note, field }: { readonly note: CellNotes; readonly field: string | null }) {
  return (
    <div className={styles['notes']}>
      {note.stored !== null && (
        <span className={styles['stored']}>
          {note.stored === '' ? text.storedBlank : text.stored(coveredText(field, note.stored))}
        </span>
      )}
      {note.problems.map((problem, i) => (
        <ProblemTag key={`${problem.code}-${i}`} problem={problem} />
      ))}
    </div>
  );
}

const MARKS: Readonly<Record<Exclude<keyof typeof text.states, 'leftOut'>, MarkState>> = {
  accepted: 'met',
  refused: 'notMet',
  skipped: 'notApplicable',
  unchanged: 'notApplicable',
  differs: 'warning',
};

function wordOf({ state, unchanged, brings, changes }: PreviewRowProps['row']): keyof typeof MARKS {
  if (state !== 'accepted') return state;
  if (unchanged || brings === 'nothing') return 'unchanged';
  return changes.length > 0 ? 'differs' : 'accepted';
}

/**
 * In one word what will become of the row, and what the registrar may decide about it. Plain boxes: thousands of rows scroll by.
 */
function StateCell({ row, notes, taken, leftOut, onTake, onInclude }: PreviewRowProps) {
  const word = wordOf(row);
  const own = notes.get('');
  return (
    <>
      <span className={styles['value']}>
        {row.brings !== 'nothing' && (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={!leftOut}
            aria-label={text.include(row.row)}
            onChange={() => onInclude(row.row)}
          />
        )}
        <span aria-hidden>
          <StateMark state={MARKS[word]} />
        </span>
        {leftOut ? text.states.leftOut : text.states[word]}
      </span>
      <div className={styles['notes']}>
        {row.changes.length > 0 && (
          <label className={styles['take']}>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={taken}
              disabled={leftOut}
              aria-label={text.takeRow(row.row)}
              onChange={() => onTake(row.row)}
            />
            {text.take}
          </label>
        )}
        {own?.problems.map((problem, i) => (
          <ProblemTag key={`${problem.code}-${i}`} problem={problem} />
        ))}
      </div>
    </>
  );
}
