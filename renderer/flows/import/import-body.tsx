import { App, Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CourseId } from '../../../shared/records/ids';
import { useColumnMappings } from '../../data/use-settings';
import { importText } from '../../text/import';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import { ReasonDialog } from '../../ui/reason-dialog';
import { Toolbar } from '../../ui/toolbar';
import { useConfirm } from '../../ui/use-confirm';
import { useWindowDrop } from '../../ui/window-drop';
import type { FileView } from '../../workers/import-view';
import { ColumnStep } from './column-step';
import { ACCEPTED, FileStep } from './file-step';
import { ImportBar } from './import-bar';
import { leaveDesk, openDesk, type ImportDesk } from './import-desk';
import type { ImportJob } from './import-job';
import { ImportResult } from './import-result';
import { PreviewStep } from './preview-step';
import { useImport } from './use-import';
import styles from './import.module.css';

const NO_MAPPINGS = [] as const;

interface ImportBodyProps {
  readonly job: ImportJob;
  /** null for what belongs to no course. */
  readonly courseId: CourseId | null;
  readonly onClose: () => void;
}

/** File, columns and preview of one import, one under the other; then what came of it. */
export function ImportBody({ job, courseId, onClose }: ImportBodyProps) {
  const [desk] = useState(() => openDesk(job.kind, courseId));
  useLeaving(job, courseId);
  const mappings = useColumnMappings() ?? NO_MAPPINGS;
  const state = useImport(desk, job, mappings);
  const { view, reading, done } = state;
  const [columnsOpen, setColumnsOpen] = useState(false);
  const confirm = useConfirm();
  /** Corrections that nobody imported are lost without a word only when there are none. */
  const leaving = async (leave: () => void | Promise<void>): Promise<void> => {
    const edited = await state.corrected();
    const question = {
      title: importText.file.leaveTitle(edited),
      sentence: importText.file.leaveSentence,
      confirmLabel: importText.file.leave,
      danger: true,
    };
    if (edited === 0 || (await confirm(question))) await leave();
  };
  // While a preview waits, a file that is dropped is another file.
  const another = useWindowDrop(
    ACCEPTED,
    view === null || done !== null || reading !== null || state.busy,
    (file) => {
      void leaving(async () => {
        setColumnsOpen(false);
        await state.open(file);
      });
    },
  );
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
          !done &&
          !state.busy && (
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
        <Button disabled={state.busy} onClick={() => void leaving(onClose)}>
          {importText.back}
        </Button>
        <h2>{job.words.title}</h2>
      </Toolbar>
      {reading && (
        <ProgressWithCancel
          sentence={importText.file.reading(reading.fileName)}
          done={reading.done}
          total={reading.total}
          onCancel={reading.cancel}
        />
      )}
      {state.busy && <WritingProgress desk={desk} />}
      {done ? (
        <ImportResult
          words={job.words}
          imported={done}
          onExport={() => void state.saveRefused()}
          onAnother={restart}
          onClose={onClose}
        />
      ) : view === null ? (
        !reading && (
          <FileStep
            words={job.words}
            questions={job.questions}
            answers={state.answers}
            problems={state.problems}
            onAnswers={state.setAnswers}
            onFile={(file) => void state.open(file)}
            onPaste={(pasted) => void state.paste(pasted)}
            onTemplate={() => void state.saveTemplate()}
          />
        )
      ) : (
        <>
          <ProblemList problems={[...view.problems, ...state.problems]} />
          {showColumns && (
            <ColumnStep
              view={view}
              sessions={job.sessions}
              onChoose={(choice) => {
                // The last column that was missing is not always the last that one wants to choose.
                setColumnsOpen(true);
                void state.choose({ choice });
              }}
            />
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
            unit={job.words.unit}
            decided={state.decided}
            busy={state.busy}
            onDecided={state.setDecided}
            onExport={() => void state.saveRefused()}
            onConfirm={() => void state.confirm()}
          />
        </>
      )}
      {another.overlay}
      {state.asking && (
        <ReasonDialog
          title={importText.reason.title(state.decided.take.size)}
          sentence={importText.reason.sentence}
          confirmLabel={importText.reason.confirm}
          suggestions={job.words.reasons}
          onConfirm={state.confirm}
          onCancel={state.cancelReason}
        />
      )}
    </div>
  );
}

/** How far writing is, with 取消 as long as nothing is in force. */
function WritingProgress({ desk }: { readonly desk: ImportDesk }) {
  const { progress, cancel } = useStore(desk.writing);
  return (
    <ProgressWithCancel
      sentence={importText.bar.writing}
      done={progress?.done ?? 0}
      total={progress?.of ?? null}
      {...(progress?.stoppable !== false && { onCancel: cancel })}
    />
  );
}

/** Says, when another screen is shown, that the preview is kept. */
function useLeaving({ kind, words }: ImportJob, courseId: CourseId | null): void {
  const { message } = App.useApp();
  const { kept } = words;
  const shown = useRef(0);
  useEffect(() => {
    shown.current += 1;
    return () => {
      shown.current -= 1;
      // Later, because a screen may be taken down and put up again at once.
      setTimeout(() => {
        if (shown.current === 0 && leaveDesk(kind, courseId)) void message.info(kept);
      });
    };
  }, [kind, kept, courseId, message]);
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
