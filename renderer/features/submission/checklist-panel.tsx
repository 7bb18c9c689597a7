import { Button } from 'antd';
import { goTo } from '../../app/navigation';
import { submissionText as text } from '../../text/submission';
import { Panel } from '../../ui/panel';
import { StateMark, type MarkState } from '../../ui/state-mark';
import type { ChecklistItem, ChecklistState } from './checklist';
import styles from './submission-page.module.css';

const MARKS: Readonly<Record<ChecklistState, MarkState>> = { done: 'met', open: 'warning', blocks: 'notMet' };

/** What is complete, what is left, what blocks, each with the way to where it is mended. */
export function ChecklistPanel({ items }: { readonly items: readonly ChecklistItem[] }) {
  return (
    <Panel title={text.checklist}>
      <ul className={styles['checklist']}>
        {items.map(({ id, state, sentence, place }) => (
          <li key={id} data-item={id} data-state={state}>
            <StateMark state={MARKS[state]} label={text.states[state]} />
            <b>{text.checklistItems[id]}</b>
            <span>{sentence}</span>
            {place && state !== 'done' && (
              <Button size="small" onClick={() => goTo(place)}>
                {text.goTo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
