import { useRef } from 'react';
import styles from './preview-table.module.css';

interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  /** null: nothing is changed. */
  readonly onDone: (value: string | null, then: 'stay' | 'down' | 'right') => void;
}

/** The text of one cell being changed: Enter takes it and goes down, Tab to the right, Escape gives up. */
export function CellEditor({ label, value, onDone }: CellEditorProps) {
  const done = useRef(false);
  const finish = (next: string | null, then: 'stay' | 'down' | 'right'): void => {
    if (done.current) return;
    done.current = true;
    onDone(next, then);
  };
  return (
    <input
      ref={(input) => {
        if (input && document.activeElement !== input) {
          input.focus();
          input.setSelectionRange(input.value.length, input.value.length);
        }
      }}
      className={styles['editor']}
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      defaultValue={value}
      onMouseDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.target.value, 'stay')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') finish(null, 'stay');
        else if (event.key === 'Enter') finish(event.currentTarget.value, 'down');
        else if (event.key === 'Tab') finish(event.currentTarget.value, 'right');
        else return;
        event.preventDefault();
      }}
    />
  );
}
