import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { uiText } from '../text/ui';
import styles from './file-drop.module.css';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface FileDropProps {
  /** Endings with their dot: ['.xlsx', '.xls', '.csv']. */
  readonly accept: readonly string[];
  readonly label?: string;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly onFile: (file: DroppedFile) => void;
}

/** A button that chooses a file; while it is shown the whole window takes a dragged file too. */
export function FileDrop({ accept, label, disabled = false, primary = false, onFile }: FileDropProps) {
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
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

  return (
    <>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label ?? uiText.drop.choose}
        accept={accept.join(',')}
        disabled={disabled}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void take(files);
        }}
      />
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<UploadOutlined />}
        disabled={disabled}
        title={uiText.drop.orDrag}
        onClick={() => input.current?.click()}
      >
        {label ?? uiText.drop.choose}
      </Button>
      {dragging && <div className={styles['overlay']}>{uiText.drop.here}</div>}
    </>
  );
}
