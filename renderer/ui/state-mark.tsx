import { uiText } from '../text/ui';
import styles from './state-mark.module.css';

export type MarkState = 'met' | 'notMet' | 'cannotTell' | 'notApplicable' | 'warning' | 'open';

/** The shape of each state, so that colour is never the only sign. */
export const STATE_SHAPES: Readonly<Record<MarkState, string>> = {
  met: '✓',
  notMet: '✕',
  cannotTell: '？',
  notApplicable: '–',
  warning: '!',
  open: '○',
};

/** One of the states as shape and colour; `label` is what a screen reader says instead of the state's own name. */
export function StateMark({ state, label }: { readonly state: MarkState; readonly label?: string }) {
  const text = label ?? uiText.states[state];
  return (
    <span title={text} className={`${styles['mark']} ${styles[state]}`}>
      <span aria-hidden>{STATE_SHAPES[state]}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
