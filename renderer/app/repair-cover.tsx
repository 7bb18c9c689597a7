import { useCallback, useSyncExternalStore } from 'react';
import type { RebuildProgress } from '../data/follow-journal';
import { useStore } from '../data/use-store';
import { appText } from '../text/app';
import { ProgressWithCancel } from '../ui/progress-with-cancel';
import styles from './repair-cover.module.css';

/** Lies over the page while the rows are made anew: how far that is, and nothing can be clicked that is only half there. */
export function RepairCover() {
  const repair = useRepair();
  if (!repair) return null;
  return (
    <div className={styles['cover']}>
      <div className={styles['box']}>
        <ProgressWithCancel sentence={appText.healed.repairing} done={repair.done} total={repair.of} />
      </div>
    </div>
  );
}

function useRepair(): RebuildProgress | null {
  const store = useStore();
  return useSyncExternalStore(
    useCallback((listener) => store.onNotices(listener), [store]),
    () => store.repair,
  );
}
