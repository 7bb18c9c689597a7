import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { testsText } from '../../text/tests';
import { uiText } from '../../text/ui';
import type { PastedScore, PastedScores } from './paste-scores';
import styles from './tests.module.css';

const text = testsText.paste;
const LISTED = 12;

interface PasteDialogProps {
  readonly pasted: PastedScores;
  readonly number: number;
  readonly on: Day;
  /** The scores to record; `differing` = some of them take the place of recorded ones. */
  readonly onConfirm: (scores: readonly PastedScore[], differing: 'keep' | 'take') => void;
  readonly onCancel: () => void;
}

/** What a pasted block would record, before it is recorded. */
export function PasteDialog({ pasted, number, on, onConfirm, onCancel }: PasteDialogProps) {
  const [differing, setDiffering] = useState<'keep' | 'take'>('keep');
  const { by, scores, left } = pasted;
  const storedOf = ({ row }: PastedScore) => row.attempts.find((attempt) => attempt.number === number);
  const fresh = scores.filter((one) => !storedOf(one));
  const same = scores.filter((one) => storedOf(one)?.score === one.score && storedOf(one)?.on === on);
  const other = scores.filter((one) => !fresh.includes(one) && !same.includes(one));
  const written = differing === 'take' ? [...fresh, ...other] : fresh;
  const show = (stored: ReturnType<typeof storedOf>): string =>
    stored ? `${stored.on} ${testsText.score(stored.score)}` : '';
  return (
    <Modal
      open
      width={560}
      title={text.title(scores.length)}
      okText={text.submit}
      cancelText={uiText.cancel}
      okButtonProps={{ disabled: written.length === 0, autoFocus: true }}
      onOk={() => onConfirm(written, differing)}
      onCancel={onCancel}
    >
      <div className={styles['paste']}>
        <p>
          {by === 'order' ? text.byOrder(scores[0]?.row.name ?? '') : text.byPerson}
          {text.into(number, on)}
        </p>
        <ul>
          <li>{text.fresh(fresh.length)}</li>
          {same.length > 0 && <li>{text.same(same.length)}</li>}
          {other.length > 0 && (
            <li>
              {text.differing(other.length)}
              <ul className={styles['changes']}>
                {other.slice(0, LISTED).map((one) => (
                  <li key={one.row.enrolment.id}>
                    {text.change(one.row.name, show(storedOf(one)), `${on} ${testsText.score(one.score)}`)}
                  </li>
                ))}
                {other.length > LISTED && <li>{uiText.problems.more(other.length - LISTED)}</li>}
              </ul>
              <Radio.Group
                value={differing}
                options={[
                  { value: 'keep', label: text.keep },
                  { value: 'take', label: text.take },
                ]}
                onChange={(event) => setDiffering(event.target.value === 'take' ? 'take' : 'keep')}
              />
            </li>
          )}
        </ul>
        {left.length > 0 && (
          <div role="alert" className={styles['left-lines']}>
            <p>{text.left(left.length)}</p>
            <ul>
              {left.slice(0, LISTED).map(({ line, text: shown, why }) => (
                <li key={line}>{text.line(line, shown, text.why[why])}</li>
              ))}
              {left.length > LISTED && <li>{uiText.problems.more(left.length - LISTED)}</li>}
            </ul>
          </div>
        )}
        {written.length === 0 && <p>{text.nothing}</p>}
      </div>
    </Modal>
  );
}
