import { Button } from 'antd';
import { importText } from '../../text/import';
import type { FileView } from '../../workers/import-view';
import { willImport, type Decided } from './preview-model';
import styles from './import.module.css';

const text = importText.bar;

interface ImportBarProps {
  readonly view: FileView;
  readonly unit: string;
  readonly decided: Decided;
  readonly busy: boolean;
  readonly onDecided: (decided: Decided) => void;
  readonly onExport: () => void;
  readonly onConfirm: () => void;
}

/** What importing now would do, in numbers, and the button that does it. */
export function ImportBar({ view, unit, decided, busy, onDecided, onExport, onConfirm }: ImportBarProps) {
  const { counts, rows } = view;
  const ready = rows.filter((row) => willImport(row, decided)).length;
  const differing = rows.filter(({ changes }) => changes.length > 0);
  const taken = differing.filter(({ row }) => decided.take.has(row)).length;
  const unchanged = rows.filter(({ state, brings }) => state === 'accepted' && brings === 'nothing').length;
  const nothing = view.blocked
    ? text.blocked
    : ready > 0
      ? null
      : differing.length > 0
        ? text.onlyDiffering
        : counts.accepted > 0 && unchanged === counts.accepted
          ? text.sameFile
          : null;
  return (
    <footer className={styles['bar']}>
      <span role="status">
        {[
          text.accepted(ready),
          unchanged > 0 ? text.unchanged(unchanged) : '',
          differing.length > 0 ? text.changing(differing.length, taken) : '',
          text.refused(counts.refused),
          text.skipped(counts.skipped),
          decided.leaveOut.size > 0 ? text.leftOut(decided.leaveOut.size) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {differing.length > 0 && (
        <>
          <Button
            size="small"
            disabled={taken === differing.length}
            onClick={() => onDecided({ ...decided, take: new Set(differing.map(({ row }) => row)) })}
          >
            {text.takeAll}
          </Button>
          <Button size="small" disabled={taken === 0} onClick={() => onDecided({ ...decided, take: new Set() })}>
            {text.keepAll}
          </Button>
        </>
      )}
      <span className={styles['nothing']}>{nothing}</span>
      <Button disabled={counts.refused === 0} onClick={onExport}>
        {text.exportRefused}
      </Button>
      <Button type="primary" disabled={ready === 0 || view.blocked} loading={busy} onClick={onConfirm}>
        {ready === 0 ? text.nothing : text.confirm(ready, unit)}
      </Button>
    </footer>
  );
}
