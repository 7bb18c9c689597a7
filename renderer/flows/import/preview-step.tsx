import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { sessionField } from '../../../shared/import/read-attendance';
import type { Session } from '../../../shared/records/session';
import { importText } from '../../text/import';
import type { CellEdit, FileView } from '../../workers/import-view';
import { notedFields, SHOW_ALL, shownRows, type Decided, type RowFilter } from './preview-model';
import { PreviewTable } from './preview-table';
import { ProblemPanel } from './problem-panel';
import styles from './import.module.css';

interface PreviewStepProps {
  readonly view: FileView;
  /** Sessions that columns can be. */
  readonly sessions: readonly Session[];
  readonly decided: Decided;
  readonly onDecided: (decided: Decided) => void;
  readonly onEdit: (edit: CellEdit) => void;
}

const NONE: ReadonlySet<number> = new Set();

const toggled = (set: ReadonlySet<number>, row: number): ReadonlySet<number> => {
  const next = new Set(set);
  if (!next.delete(row)) next.add(row);
  return next;
};

/** The rows on the left, what is wrong with them on the right. */
export function PreviewStep({ view, sessions, decided, onDecided, onEdit }: PreviewStepProps) {
  const { rows, columns, fields } = view;
  const [filter, setFilter] = useState(SHOW_ALL);
  const [kept, setKept] = useState(NONE);
  const [current, setCurrent] = useState<number | null>(null);
  const shown = useMemo(() => shownRows(rows, filter, kept), [rows, filter, kept]);
  const looked = useDeferredValue(current);
  const currentRow = useMemo(
    () => (looked === null ? null : (rows.find(({ row }) => row === looked) ?? null)),
    [rows, looked],
  );
  const noted = useMemo(() => notedFields(rows), [rows]);
  const [lookAt, setLookAt] = useState<string | null>(null);
  const labels = useMemo(
    () =>
      new Map([
        ...fields.map(({ field, label }) => [field, label] as const),
        ...sessions.map(({ id, number }) => [sessionField(id), importText.columns.lesson(number)] as const),
      ]),
    [fields, sessions],
  );
  const fieldLabel = useCallback((field: string) => labels.get(field) ?? '', [labels]);

  const change = (next: RowFilter): void => {
    setFilter(next);
    setKept(NONE);
    setLookAt(rows.flatMap(({ problems }) => problems).find(({ code }) => code === next.code)?.field ?? null);
  };
  const onTake = useCallback(
    (row: number) => onDecided({ ...decided, take: toggled(decided.take, row) }),
    [decided, onDecided],
  );
  const onInclude = useCallback(
    (row: number) => onDecided({ ...decided, leaveOut: toggled(decided.leaveOut, row) }),
    [decided, onDecided],
  );
  return (
    <div className={styles['preview']}>
      <PreviewTable
        rows={shown}
        fileIsEmpty={rows.length === 0}
        columns={columns}
        noted={noted}
        lookAt={lookAt}
        fieldLabel={fieldLabel}
        decided={decided}
        onCurrent={setCurrent}
        onEdit={(edit) => {
          setKept((before) => new Set(before).add(edit.row));
          onEdit(edit);
        }}
        onTake={onTake}
        onInclude={onInclude}
        onShowAll={() => change(SHOW_ALL)}
      />
      <ProblemPanel rows={rows} filter={filter} onFilter={change} current={currentRow} />
    </div>
  );
}
