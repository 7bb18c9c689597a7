import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { uiText } from '../text/ui';
import { useWindowDrop, type DroppedFile } from './window-drop';

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
  const input = useRef<HTMLInputElement>(null);
  const { take, overlay } = useWindowDrop(accept, disabled, onFile);

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
      {overlay}
    </>
  );
}
