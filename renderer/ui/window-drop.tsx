import { App } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { uiText } from '../text/ui';
import styles from './file-drop.module.css';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface WindowDrop {
  /** Takes files that were chosen otherwise, by the same rules. */
  readonly take: (files: readonly File[]) => Promise<void>;
  /** To be shown: covers the window while a file is held over it. */
  readonly overlay: ReactNode;
}

/** Lets the whole window take one dragged file with one of these endings, as long as it is not disabled. */
export function useWindowDrop(
  accept: readonly string[],
  disabled: boolean,
  onFile: (file: DroppedFile) => void,
): WindowDrop {
  const { message } = App.useApp();
  const [dragging, setDragging] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    const [file, ...others] = files;
    if (!file) return;
    if (others.length > 0) return void message.warning(uiText.drop.one);
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      return void message.warning(uiText.drop.wrong(file.name, accept.join('、')));
    }
    onFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    if (disabled) return;
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setDragging(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setDragging(false);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setDragging(false);
      void latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as 'drop', listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as 'drop', listener);
    };
  }, [disabled]);

  return { take, overlay: dragging && <div className={styles['overlay']}>{uiText.drop.here}</div> };
}
