import { Dropdown } from 'antd';
import { markMenu, type MarkAction } from './mark-menu';
import styles from './register.module.css';

interface CellMenuProps {
  /** A point of the window, in px. */
  readonly at: { readonly x: number; readonly y: number };
  readonly run: (action: MarkAction) => void;
  readonly onClose: () => void;
}

/** The menu of the selected cells, open while it is mounted. */
export function CellMenu({ at, run, onClose }: CellMenuProps) {
  return (
    <Dropdown
      open
      trigger={['click']}
      menu={{ items: markMenu(run), autoFocus: true }}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <span className={styles['menu-place']} style={{ left: at.x, top: at.y }} />
    </Dropdown>
  );
}
