import { LoadingOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { SaveState } from '../data/store-api';
import { appText } from '../text/app';
import { ProblemList } from '../ui/problem-list';
import { StateMark } from '../ui/state-mark';
import styles from './save-indicator.module.css';

interface SaveIndicatorProps {
  readonly state: SaveState;
  /** False in the browser edition, where 已保存 must say that it is only here. */
  readonly ownFolder: boolean;
}

/** 已保存 and its opposites. Green only after the journal is on the disk. */
export function SaveIndicator({ state, ownFolder }: SaveIndicatorProps) {
  return (
    <output className={styles['state']}>
      <SaveSentence state={state} ownFolder={ownFolder} />
    </output>
  );
}

function SaveSentence({ state, ownFolder }: SaveIndicatorProps) {
  switch (state.kind) {
    case 'saved':
      return (
        <span title={ownFolder ? appText.save.savedTip : appText.save.savedTipBrowser}>
          {appText.save.saved}
          <StateMark state="met" label={appText.save.saved} />
          {!ownFolder && <span className={styles['here']}>· {appText.save.onlyHere}</span>}
        </span>
      );
    case 'saving':
      return (
        <span className="second">
          {appText.save.saving} <LoadingOutlined aria-hidden />
        </span>
      );
    case 'refused':
    case 'read-only':
      return (
        <Popover
          trigger="click"
          placement="bottomRight"
          title={appText.save.why}
          content={
            <div className={styles['why']}>
              <ProblemList problems={state.problems} />
            </div>
          }
        >
          <Button danger size="small">
            {state.kind === 'refused' ? appText.save.refused : appText.save.readOnly}
          </Button>
        </Popover>
      );
  }
}
