import { App as AntApp } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DataStore } from '../data/data-store';
import { loadCourseFacts } from '../data/load-course-facts';
import { discardDemo } from '../data/open-store';
import { StoreProvider, useSaveState } from '../data/use-store';
import { platform } from '../platform';
import { commandContext } from '../platform/clock';
import { appText } from '../text/app';
import { ProgressWithCancel } from '../ui/progress-with-cancel';
import { useConfirm } from '../ui/use-confirm';
import { useAppInfo } from './app-info';
import { useAppState } from './app-state';
import { DemoBanner } from './demo-banner';
import { FaultBanner } from './fault-banner';
import { HealNotices } from './heal-notices';
import { useNavigation } from './navigation';
import { dataClosed, useDataFolder, useOpenData } from './open-data';
import { RepairCover } from './repair-cover';
import { SaveIndicator } from './save-indicator';
import { Screens } from './screens';
import { Shell } from './shell';
import { StorageRetry } from './storage-retry';
import { StartScreen } from './start-screen';
import styles from './app.module.css';

/** The whole program: opens the data set, then the frame with the screens. */
export function Program() {
  const { dataSet, openDataSet } = useAppState();
  const { opening, retry } = useOpenData(dataSet);
  const demo = useDemo(openDataSet);
  const [prepared, setPrepared] = useState<DataStore>();
  const store = opening.kind === 'ready' ? opening.store : null;
  const needsDemo = useMemo(() => dataSet === 'demo' && store !== null && isEmpty(store), [dataSet, store]);
  if (opening.kind !== 'ready') return <StartScreen opening={opening} onRetry={retry} />;
  if (needsDemo && prepared !== opening.store) {
    return <DemoPreparation store={opening.store} onDone={() => setPrepared(opening.store)} onFailed={demo.leave} />;
  }
  return (
    <StoreProvider value={opening.store}>
      <StorageRetry>
        <OpenProgram store={opening.store} demo={demo} inDemo={dataSet === 'demo'} />
      </StorageRetry>
    </StoreProvider>
  );
}

interface Demo {
  readonly enter: () => void;
  readonly leave: () => void;
  readonly discard: () => Promise<void>;
}

function OpenProgram({
  store,
  demo,
  inDemo,
}: {
  readonly store: DataStore;
  readonly demo: Demo;
  readonly inDemo: boolean;
}) {
  const info = useAppInfo();
  return (
    <Shell
      headerEnd={<LiveSaveIndicator ownFolder={info?.edition !== 'browser'} />}
      notices={
        <>
          {inDemo && <DemoBanner onLeave={demo.leave} onDiscard={() => void demo.discard()} />}
          <FaultBanner />
          <HealNotices store={store} />
        </>
      }
    >
      <Screens onLoadDemo={demo.enter} />
      <RepairCover />
    </Shell>
  );
}

/** The only part that is drawn anew with every mark that is saved: the page below must not be. */
function LiveSaveIndicator({ ownFolder }: { readonly ownFolder: boolean }) {
  const kept = useDataFolder()?.kept;
  return <SaveIndicator state={useSaveState()} ownFolder={ownFolder} {...(kept !== undefined && { kept })} />;
}

/** Nothing was ever written into this data set. */
function isEmpty(store: DataStore): boolean {
  const state = store.saveState();
  return state.kind === 'saved' && state.head === null;
}

/** Each new demo data set is filled once, however often the part is shown. */
const filling = new WeakMap<DataStore, Promise<void>>();

interface DemoPreparationProps {
  readonly store: DataStore;
  readonly onDone: () => void;
  readonly onFailed: () => void;
}

/** Builds the demo courses when the demo data set is new. */
function DemoPreparation({ store, onDone, onFailed }: DemoPreparationProps) {
  const { message } = AntApp.useApp();
  const [progress, setProgress] = useState<readonly [done: number, total: number]>([0, 1]);
  const ends = useRef({ onDone, onFailed });
  useEffect(() => {
    const target = {
      commit: store.commit.bind(store),
      factsOf: (id: Parameters<typeof loadCourseFacts>[1]) => loadCourseFacts(store.db, id),
    };
    const work =
      filling.get(store) ??
      import('../features/home/demo-course').then(({ buildDemo }) =>
        buildDemo(target, commandContext, (done, total) => setProgress([done, total])),
      );
    filling.set(store, work);
    work.then(
      () => ends.current.onDone(),
      () => {
        void message.error(appText.demo.failed);
        ends.current.onFailed();
      },
    );
  }, [store, message]);
  return (
    <main className={styles['centre']}>
      <ProgressWithCancel sentence={appText.demo.preparing} done={progress[0]} total={progress[1]} />
    </main>
  );
}

function useDemo(openDataSet: (set: 'main' | 'demo') => void): Demo {
  const confirm = useConfirm();
  const { message } = AntApp.useApp();
  const reset = useNavigation((state) => state.reset);
  // 撤销 in a toast belongs to the data set that is left, so the toasts go with it.
  const open = useCallback(
    (set: 'main' | 'demo') => {
      message.destroy();
      reset();
      openDataSet(set);
    },
    [message, openDataSet, reset],
  );
  const enter = useCallback(() => open('demo'), [open]);
  const leave = useCallback(() => open('main'), [open]);
  const discard = useCallback(async () => {
    const text = appText.demo;
    if (
      !(await confirm({
        title: text.discardTitle,
        sentence: text.discardSentence,
        confirmLabel: text.discard,
        danger: true,
      }))
    )
      return;
    leave();
    try {
      await new Promise((resolve) => setTimeout(resolve));
      await dataClosed();
      await discardDemo(platform);
      void message.success(text.discarded);
    } catch {
      void message.error(text.discardFailed);
    }
  }, [confirm, leave, message]);
  return { enter, leave, discard };
}
