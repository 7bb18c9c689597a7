import { Button } from 'antd';
import { memo } from 'react';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';

interface RegisterButtonsProps {
  readonly onAllPresent: () => void;
  readonly onToday: () => void;
  readonly onTakeBack: (which: 'undo' | 'redo') => void;
  readonly onImport: () => void;
}

/** The buttons above the register; drawn once, so the functions must stay the same. */
export const RegisterButtons = memo(function RegisterButtons({
  onAllPresent,
  onToday,
  onTakeBack,
  onImport,
}: RegisterButtonsProps) {
  return (
    <>
      <Button type="primary" onClick={onAllPresent}>
        {TEXT.allPresent}
      </Button>
      <Button onClick={onToday}>{TEXT.today}</Button>
      <Button onClick={() => onTakeBack('undo')}>{TEXT.undo}</Button>
      <Button onClick={() => onTakeBack('redo')}>{TEXT.redo}</Button>
      <Button onClick={onImport}>{TEXT.import}</Button>
    </>
  );
});
