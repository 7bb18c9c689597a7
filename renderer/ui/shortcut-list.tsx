import { Modal } from 'antd';
import { Fragment } from 'react';
import { uiText } from '../text/ui';
import { useShortcutGroups } from './shortcuts';
import styles from './shortcut-list.module.css';

const KEY_NAMES: Readonly<Record<string, string>> = uiText.keys;

/** Keys as on the keyboard: Alt + ←. */
function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['keys']}>
      {keys.split('+').map((key) => (
        <kbd key={key}>{KEY_NAMES[key] ?? key}</kbd>
      ))}
    </span>
  );
}

/** Every key that works on the screen below. Shown while it is mounted. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const groups = useShortcutGroups();
  return (
    <Modal open title={uiText.shortcuts.title} footer={null} onCancel={onClose} width={560}>
      <dl className={styles['list']}>
        {groups.map((group, i) => (
          <Fragment key={`${group.title}-${i}`}>
            <h3>{group.title}</h3>
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>
                  <KeyCaps keys={shortcut.keys} />
                </dt>
                <dd>{shortcut.does}</dd>
              </div>
            ))}
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
