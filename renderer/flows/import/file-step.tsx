import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import { useId } from 'react';
import type { ImportKind } from '../../../shared/import/preview';
import type { Problem } from '../../../shared/problems/problem';
import { importText } from '../../text/import';
import { recordText } from '../../text/records';
import { FileDrop } from '../../ui/file-drop';
import type { DroppedFile } from '../../ui/window-drop';
import { ProblemList } from '../../ui/problem-list';
import type { ImportOptions } from './import-job';
import styles from './file-step.module.css';

const text = importText.file;
/** Endings of the files that can be read. */
export const ACCEPTED = ['.xlsx', '.xls', '.csv'] as const;

interface FileStepProps {
  readonly kind: ImportKind;
  readonly options: ImportOptions;
  /** There is a list already that the file may replace. */
  readonly hasList: boolean;
  /** Why the last file could not be read. */
  readonly problems: readonly Problem[];
  readonly onOptions: (options: ImportOptions) => void;
  readonly onFile: (file: DroppedFile) => void;
  readonly onPaste: (text: string) => void;
  readonly onTemplate: () => void;
}

/** Where a file comes from: the button, the whole window, cells pasted from a spreadsheet; and the empty form. */
export function FileStep({
  kind,
  options,
  hasList,
  problems,
  onOptions,
  onFile,
  onPaste,
  onTemplate,
}: FileStepProps) {
  const id = useId();
  const asksSource = kind === 'barred' || kind === 'outside-hours';
  // Rows of outside hours may each say their source; a list of barred people has one as a whole.
  const ready = kind !== 'barred' || options.source.trim() !== '';
  return (
    <div className={styles['file']}>
      <p>{importText.kinds[kind].needs}</p>
      {asksSource && (
        <div className={styles['options']}>
          <label htmlFor={`${id}-source`}>{importText.options.source[kind]}</label>
          <Input
            id={`${id}-source`}
            value={options.source}
            placeholder={importText.options.sourceHint}
            onChange={(event) => onOptions({ ...options, source: event.target.value })}
          />
          {kind === 'outside-hours' && (
            <>
              <span>{importText.options.outsideKind}</span>
              <Radio.Group
                aria-label={importText.options.outsideKind}
                value={options.outsideKind}
                options={(['earlier', 'online'] as const).map((value) => ({
                  value,
                  label: recordText.outsideKind[value],
                }))}
                onChange={(event) =>
                  onOptions({ ...options, outsideKind: event.target.value as ImportOptions['outsideKind'] })
                }
              />
            </>
          )}
          {kind === 'barred' && hasList && (
            <>
              <span>{importText.options.mode}</span>
              <Radio.Group
                aria-label={importText.options.mode}
                value={options.mode}
                options={[
                  { value: 'add', label: importText.options.add },
                  { value: 'replace', label: importText.options.replace },
                ]}
                onChange={(event) => onOptions({ ...options, mode: event.target.value as ImportOptions['mode'] })}
              />
            </>
          )}
        </div>
      )}
      <div className={styles['ways']}>
        <FileDrop accept={ACCEPTED} label={text.choose} primary disabled={!ready} onFile={onFile} />
        <Button icon={<DownloadOutlined />} onClick={onTemplate}>
          {text.template}
        </Button>
      </div>
      <p className="second">{ready ? text.hint : importText.options.sourceMissing}</p>
      <label htmlFor={`${id}-paste`}>{text.pasteLabel}</label>
      <Input.TextArea
        id={`${id}-paste`}
        rows={3}
        value=""
        disabled={!ready}
        placeholder={text.pasteHint}
        onChange={(event) => onPaste(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          const pasted = event.clipboardData.getData('text/plain');
          if (pasted.trim() !== '') onPaste(pasted);
        }}
      />
      <ProblemList problems={problems} />
      <p className="second">{text.nothingYet}</p>
    </div>
  );
}
