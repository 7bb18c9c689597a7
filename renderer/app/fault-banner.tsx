import { useSaveState } from '../data/use-store';
import { ProblemList } from '../ui/problem-list';
import styles from './fault-banner.module.css';

/** Why nothing is saved now, above every page, for as long as that is so. What a person must decide stands in its own notice. */
export function FaultBanner() {
  const state = useSaveState();
  if (state.kind !== 'read-only' || !state.tries) return null;
  return (
    <div className={styles['banner']}>
      <ProblemList problems={state.problems} />
    </div>
  );
}
