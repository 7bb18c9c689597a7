import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import type { ImportWords } from '../../../shared/import/import-kind-spec';
import type { Problem } from '../../../shared/problems/problem';
import { importText } from '../../text/import';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import type { CommitProgress } from '../../data/store-api';
import { useUndoEntry } from '../commands/use-undo-entry';
import { useUndoStack } from '../commands/use-undo-stack';
import type { Imported } from './import-desk';
import styles from './import.module.css';

const text = importText.done;

interface ImportResultProps {
  readonly words: ImportWords;
  readonly imported: Imported;
  readonly onExport: () => void;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** What was imported, the way back in one step, and what one does next. */
export function ImportResult({ words, imported, onExport, onAnother, onClose }: ImportResultProps) {
  const undoEntry = useUndoEntry();
  const stack = useUndoStack();
  const { hash } = imported.receipt.entry;
  const undone = !useSyncExternalStore(stack.onChange, () => stack.holds(hash));
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<CommitProgress | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const undo = async (): Promise<void> => {
    setBusy(true);
    const result = await undoEntry(hash, text.undoReason, { onProgress: setProgress });
    setBusy(false);
    setProblems(result.ok ? [] : result.error);
  };
  return (
    <div className={styles['result']}>
      <EmptyState
        title={undone ? text.undone : text.title(imported.rows, words.unit)}
        {...(undone ? {} : { next: text.left(imported.refused) })}
      >
        <Button type="primary" onClick={onClose}>
          {words.next}
        </Button>
        <Button onClick={onAnother}>{text.another}</Button>
        {!undone && imported.refused > 0 && <Button onClick={onExport}>{importText.bar.exportRefused}</Button>}
        {!undone && (
          <Button loading={busy} onClick={() => void undo()}>
            {text.undo}
          </Button>
        )}
      </EmptyState>
      {busy && <ProgressWithCancel sentence={text.undoing} done={progress?.done ?? 0} total={progress?.of ?? null} />}
      <ProblemList problems={undone ? problems : [...problems, ...imported.warnings]} />
    </div>
  );
}
