import { Dropdown } from 'antd';
import { memo, useDeferredValue } from 'react';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { useSteady } from '../../ui/use-steady';
import { minuteItems, PLAIN_MARKS, type MarkAction } from './mark-menu';
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
  const steady = useSteady(run);
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
  const [present, absent, leave, clear] = PLAIN_MARKS;
  // The menus come behind the first picture of the register, which nobody opens sooner.
  const menus = useDeferredValue(true, false);
  const plain = ({ key, label, mark }: (typeof PLAIN_MARKS)[number]) => (
    <button type="button" key={key} tabIndex={-1} onClick={() => run({ kind: 'mark', mark })}>
      <kbd>{key === 'Delete' ? 'Del' : key}</kbd>
      {label}
    </button>
  );
  const withMinutes = (which: 'late' | 'early', key: string) => {
    const button = (
      <button type="button" tabIndex={-1} aria-haspopup="menu">
        <kbd>{key}</kbd>
        {TEXT.marks[which]} <span aria-hidden>▾</span>
      </button>
    );
    if (!menus) return button;
    return (
      <Dropdown trigger={['click']} placement="topLeft" menu={{ items: minuteItems(which, run) }}>
        {button}
      </Dropdown>
    );
  };
  return (
    <>
      {plain(present)}
      {withMinutes('late', '2')}
      {withMinutes('early', '3')}
      {plain(absent)}
      {plain(leave)}
      {plain(clear)}
    </>
  );
});
