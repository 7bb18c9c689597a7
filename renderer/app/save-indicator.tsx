import { LoadingOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { SaveState } from '../data/store-api';
import { appText } from '../text/app';
import { ProblemList } from '../ui/problem-list';
import { StateMark } from '../ui/state-mark';
import styles from './save-indicator.module.css';

const text = appText.save;

interface SaveIndicatorProps {
  readonly state: SaveState;
  /** False in the browser edition, where 已保存 must say that it is only here. */
  readonly ownFolder: boolean;
  /** The browser promised to keep the records also when the disk gets full; true while that is not known. */
  readonly kept?: boolean;
}

/** 已保存 and its opposites. Green only after the journal is on the disk. */
export function SaveIndicator(props: SaveIndicatorProps) {
  return (
    <output className={styles['state']}>
      <SaveSentence {...props} />
    </output>
  );
}

function SaveSentence({ state, ownFolder, kept = true }: SaveIndicatorProps) {
  switch (state.kind) {
    case 'saved':
      return (
        <span title={ownFolder ? text.savedTip : kept ? text.savedTipBrowser : text.savedTipUnkept}>
          {text.saved}
          <StateMark state="met" label={text.saved} />
          {!ownFolder && <span className={styles['here']}>· {kept ? text.onlyHere : text.onlyHereUnkept}</span>}
        </span>
      );
    case 'saving':
      return (
        <span className="second">
          {text.saving} <LoadingOutlined aria-hidden />
        </span>
      );
    case 'refused':
    case 'read-only':
      return (
        <Popover
          trigger="click"
          placement="bottomRight"
          title={text.why}
          content={
            <div className={styles['why']}>
              <ProblemList problems={state.problems} />
            </div>
          }
        >
          <Button danger size="small">
            {state.kind === 'refused' ? text.refused : text.readOnly}
          </Button>
        </Popover>
      );
  }
}
