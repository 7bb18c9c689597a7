import { Button, Select } from 'antd';
import { useState } from 'react';
import { useColumnMappings } from '../../data/use-settings';
import { importText } from '../../text/import';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import { ReasonDialog } from '../../ui/reason-dialog';
import { Toolbar } from '../../ui/toolbar';
import { useConfirm } from '../../ui/use-confirm';
import type { FileView } from '../../workers/import-view';
import { ColumnStep } from './column-step';
import { FileStep } from './file-step';
import { ImportBar } from './import-bar';
import type { ImportJob } from './import-job';
import { ImportResult } from './import-result';
import { PreviewStep } from './preview-step';
import { useImport } from './use-import';
import styles from './import.module.css';

const NO_MAPPINGS = [] as const;

/** File, columns and preview of one import, one under the other; then what came of it. */
export function ImportBody({ job, onClose }: { readonly job: ImportJob; readonly onClose: () => void }) {
  const mappings = useColumnMappings() ?? NO_MAPPINGS;
  const state = useImport(job, mappings);
  const { view, reading, done } = state;
  const [columnsOpen, setColumnsOpen] = useState(false);
  const text = importText.kinds[job.kind];
  const confirm = useConfirm();
  const edited = done ? 0 : (view?.rows.reduce((sum, row) => sum + row.edited.length, 0) ?? 0);
  /** Corrections that nobody imported are lost without a word only when there are none. */
  const leaving = async (leave: () => void): Promise<void> => {
    const question = {
      title: importText.file.leaveTitle(edited),
      sentence: importText.file.leaveSentence,
      confirmLabel: importText.file.leave,
      danger: true,
    };
    if (edited === 0 || (await confirm(question))) leave();
  };
  const restart = (): void => {
    setColumnsOpen(false);
    state.restart();
  };
  const showColumns = view !== null && (columnsOpen || view.blocked);
  return (
    <div className={styles['screen']}>
      <Toolbar
        right={
          view &&
          !done && (
            <FileLine
              view={view}
              fileName={state.fileName}
              columnsOpen={showColumns}
              onColumns={() => setColumnsOpen(!showColumns)}
              onSheet={(sheet) => void state.choose({ sheet })}
              onAnother={() => void leaving(restart)}
            />
          )
        }
      >
        <Button onClick={() => void leaving(onClose)}>{importText.back}</Button>
        <h2>{text.title}</h2>
      </Toolbar>
      {reading && (
        <ProgressWithCancel
          sentence={importText.file.reading(reading.fileName)}
          done={reading.done}
          total={reading.total}
          onCancel={reading.cancel}
        />
      )}
      {state.busy && <ProgressWithCancel sentence={importText.bar.writing} done={0} total={null} />}
      {done ? (
        <ImportResult
          kind={job.kind}
          imported={done}
          onExport={() => void state.saveRefused()}
          onAnother={restart}
          onClose={onClose}
        />
      ) : view === null ? (
        !reading && (
          <FileStep
            kind={job.kind}
            options={state.options}
            hasList={job.hasList}
            problems={state.problems}
            onOptions={state.setOptions}
            onFile={(file) => void state.open(file)}
            onPaste={(pasted) => void state.paste(pasted)}
            onTemplate={() => void state.saveTemplate()}
          />
        )
      ) : (
        <>
          <ProblemList problems={[...view.problems, ...state.problems]} />
          {showColumns && (
            <ColumnStep view={view} sessions={job.sessions} onChoose={(choice) => void state.choose({ choice })} />
          )}
          {!view.blocked && (
            <PreviewStep
              view={view}
              sessions={job.sessions}
              decided={state.decided}
              onDecided={state.setDecided}
              onEdit={(edit) => void state.edit(edit)}
            />
          )}
          <ImportBar
            view={view}
            unit={text.unit}
            decided={state.decided}
            busy={state.busy}
            onDecided={state.setDecided}
            onExport={() => void state.saveRefused()}
            onConfirm={() => void state.confirm()}
          />
        </>
      )}
      {state.asking && (
        <ReasonDialog
          title={importText.reason.title(state.decided.take.size)}
          sentence={importText.reason.sentence}
          confirmLabel={importText.reason.confirm}
          suggestions={importText.reason.suggestions}
          onConfirm={state.confirm}
          onCancel={state.cancelReason}
        />
      )}
    </div>
  );
}

interface FileLineProps {
  readonly view: FileView;
  readonly fileName: string;
  readonly columnsOpen: boolean;
  readonly onColumns: () => void;
  readonly onSheet: (sheet: string) => void;
  readonly onAnother: () => void;
}

/** Which file, which sheet, and how many of its columns are read. */
function FileLine({ view, fileName, columnsOpen, onColumns, onSheet, onAnother }: FileLineProps) {
  const read = view.columns.filter(({ field }) => field !== null).length;
  return (
    <>
      <b className={styles['file-name']} title={fileName}>
        {fileName}
      </b>
      {view.sheetNames.length > 1 && (
        <Select
          size="small"
          className={styles['sheet'] ?? ''}
          aria-label={importText.columns.sheet}
          value={view.sheet}
          options={view.sheetNames.map((name) => ({ value: name, label: name }))}
          onChange={onSheet}
        />
      )}
      <span className="second">{importText.columns.summary(read, view.columns.length)}</span>
      <Button size="small" disabled={view.blocked} aria-expanded={columnsOpen} onClick={onColumns}>
        {columnsOpen ? importText.columns.fold : importText.columns.adjust}
      </Button>
      <Button size="small" onClick={onAnother}>
        {importText.file.another}
      </Button>
    </>
  );
}
