import { Dropdown } from 'antd';
import { memo, useDeferredValue } from 'react';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { useStableCallback } from '../../ui/use-stable-callback';
import { MARK_CHOICES, minuteItems, type MarkAction, type MarkChoice } from './mark-menu';
import styles from './mark-bar.module.css';

interface MarkBarProps {
  /** What the buttons mark: 第 3 课 王国平, 12 格. */
  readonly what: string;
  /** Minutes are being typed: how that goes on is said instead of the other keys. */
  readonly typing: boolean;
  /** What the last action did or why it did nothing, in the place of the keys so that nothing moves. */
  readonly notice: string | null;
  readonly run: (action: MarkAction) => void;
}

/** The marks with their keys under the register: a legend for the keyboard, buttons for the mouse. */
export function MarkBar({ what, typing, notice, run }: MarkBarProps) {
  const steady = useStableCallback(run);
  return (
    // The focus stays on the register, so that keys go on working after a click.
    <div
      className={styles['bar']}
      role="toolbar"
      aria-label={TEXT.barLabel}
      onMouseDown={(event) => event.preventDefault()}
    >
      <MarkButtons run={steady} />
      <span className={styles['what']}>{what}</span>
      <span
        className={styles['keys']}
        role="status"
        data-notice={!typing && notice !== null}
        title={notice ?? undefined}
      >
        {typing ? TEXT.minutesHint : (notice ?? TEXT.keys)}
      </span>
    </div>
  );
}

/** Drawn once: a key in the register changes nothing here. */
const MarkButtons = memo(function MarkButtons({ run }: Pick<MarkBarProps, 'run'>) {
  // The menus come behind the first picture of the register, which nobody opens sooner.
  const menus = useDeferredValue(true, false);
  return (
    <>
      {MARK_CHOICES.map((choice) =>
        choice.kind === 'minutes' ? (
          <MinutesButton key={choice.key} choice={choice} menu={menus} run={run} />
        ) : (
          <button
            type="button"
            key={choice.key}
            tabIndex={-1}
            onClick={() => run({ kind: 'mark', mark: choice.mark })}
          >
            <kbd>{choice.keyLabel}</kbd>
            {choice.label}
          </button>
        ),
      )}
    </>
  );
});

interface MinutesButtonProps extends Pick<MarkBarProps, 'run'> {
  readonly choice: Extract<MarkChoice, { readonly kind: 'minutes' }>;
  /** Whether the menu hangs on it yet. */
  readonly menu: boolean;
}

function MinutesButton({ choice, menu, run }: MinutesButtonProps) {
  const button = (
    <button type="button" tabIndex={-1} aria-haspopup="menu">
      <kbd>{choice.key}</kbd>
      {choice.label} <span aria-hidden>▾</span>
    </button>
  );
  if (!menu) return button;
  return (
    <Dropdown trigger={['click']} placement="topLeft" menu={{ items: minuteItems(choice.which, run) }}>
      {button}
    </Dropdown>
  );
}
