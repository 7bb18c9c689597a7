import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { appText } from '../text/app';
import { undoText } from '../text/undo';
import { HeaderEnd } from '../ui/page';
import { ShortcutList } from '../ui/shortcut-list';
import { useShortcuts } from '../ui/shortcuts';
import { useAppState } from './app-state';
import { ErrorBoundary } from './error-boundary';
import { useNavigation } from './navigation';
import { Rail, RAIL_ITEMS } from './rail';
import { useUndo } from '../flows/commands/use-undo';
import styles from './shell.module.css';

interface ShellProps {
  /** Above everything: the demo banner, what start-up mended. */
  readonly notices: ReactNode;
  /** At the right end of every header: the state of saving. */
  readonly headerEnd: ReactNode;
  readonly children: ReactNode;
}

/** The frame: rail on the left, one page on the right. */
export function Shell({ notices, headerEnd, children }: ShellProps) {
  const { place, canBack, canForward, go, back, forward } = useNavigation();
  const { railNarrow, toggleRail } = useAppState();
  const [listOpen, setListOpen] = useState(false);
  const { undo, redo } = useUndo();
  const openList = (): void => setListOpen(true);

  useShortcuts(appText.shortcuts.title, [
    { keys: 'F1', does: appText.shortcuts.list, run: openList },
    { keys: '?', does: appText.shortcuts.list, run: openList },
    { keys: 'Alt+ArrowLeft', does: appText.shortcuts.back, run: back },
    { keys: 'Alt+ArrowRight', does: appText.shortcuts.forward, run: forward },
    { keys: 'Ctrl+B', does: appText.shortcuts.rail, run: toggleRail },
    { keys: 'Ctrl+Z', does: undoText.undoKey, run: () => void undo() },
    { keys: 'Ctrl+Y', does: undoText.redoKey, run: () => void redo() },
    { keys: 'Ctrl+Shift+Z', does: undoText.redoKey, run: () => void redo() },
    ...RAIL_ITEMS.map((item, i) => ({
      keys: `Alt+${i + 1}`,
      does: appText.shortcuts.go(item.label),
      run: () => go(item.place),
    })),
  ]);

  const end = useMemo(
    () => (
      <>
        {headerEnd}
        <span>
          <Button
            type="text"
            size="small"
            icon={<LeftOutlined />}
            aria-label={appText.navigation.back}
            title={appText.navigation.back}
            disabled={!canBack}
            onClick={back}
          />
          <Button
            type="text"
            size="small"
            icon={<RightOutlined />}
            aria-label={appText.navigation.forward}
            title={appText.navigation.forward}
            disabled={!canForward}
            onClick={forward}
          />
        </span>
      </>
    ),
    [headerEnd, canBack, canForward, back, forward],
  );
  return (
    <div className={styles['shell']}>
      <Rail place={place} narrow={railNarrow} onGo={go} onToggle={toggleRail} onShortcuts={openList} />
      <div className={styles['right']}>
        {notices}
        <HeaderEnd value={end}>
          <ErrorBoundary resetKey={JSON.stringify(place)}>
            <Suspense fallback={<p className={styles['loading']}>{appText.loading}</p>}>{children}</Suspense>
          </ErrorBoundary>
        </HeaderEnd>
      </div>
      {listOpen && <ShortcutList onClose={() => setListOpen(false)} />}
    </div>
  );
}
