import { Modal } from 'antd';
import { useState } from 'react';
import { addDays, type Day } from '../../../shared/basics/day';
import { longDay } from '../../text/format';
import { timetableText as text } from '../../text/timetable';
import { uiText } from '../../text/ui';
import { DayInput } from '../../ui/day-input';
import { typedValue, type Typed } from '../../ui/typed-value';
import styles from './timetable.module.css';

interface CopyDayDialogProps {
  readonly day: Day;
  readonly count: number;
  readonly today: Day;
  readonly onCopy: (to: Day) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks to which day a day's lessons are copied; the day after is proposed. */
export function CopyDayDialog({ day, count, today, onCopy, onCancel }: CopyDayDialogProps) {
  const [to, setTo] = useState<Typed<Day>>(addDays(day, 1));
  const [busy, setBusy] = useState(false);
  const target = typedValue(to);
  const copy = async (): Promise<void> => {
    if (!target || busy) return;
    setBusy(true);
    try {
      await onCopy(target);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={text.copyDayTitle(longDay(day), count)}
      okText={text.copy}
      cancelText={uiText.cancel}
      okButtonProps={{ disabled: !target, loading: busy }}
      onOk={() => void copy()}
      onCancel={onCancel}
      afterOpenChange={(open) => {
        const field = document.querySelector<HTMLInputElement>(`[aria-label="${text.copyDayTo}"]`);
        if (!open || !field || document.activeElement === field) return;
        field.focus();
        field.select();
      }}
    >
      <div
        role="presentation"
        className={styles['copy']}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void copy();
        }}
      >
        <DayInput label={text.copyDayTo} value={to} today={today} onChange={setTo} />
        <p className="second">{text.copyDayNote}</p>
      </div>
    </Modal>
  );
}
