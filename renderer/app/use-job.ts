import { useCallback, useEffect, useRef, useState } from 'react';

/** Work that is going on: what, how far. */
export interface RunningJob {
  readonly sentence: string;
  readonly done: number;
  /** null while nobody knows how much there is. */
  readonly total: number | null;
}

/** What a job is given: it says how far it is, and looks whether it was cancelled. */
export interface JobControl {
  readonly signal: AbortSignal;
  /** `sentence` replaces what is shown; without it the last one stays. */
  readonly report: (done: number, total: number | null, sentence?: string) => void;
}

export interface JobRunner {
  readonly running: RunningJob | null;
  /** Runs one job; a second one is not begun while the first goes on and gives null. */
  readonly run: <T>(sentence: string, work: (control: JobControl) => Promise<T>) => Promise<T | null>;
  readonly cancel: () => void;
}

/** One long job of a page: progress, cancel, and cancelled when the page is left. */
export function useJob(): JobRunner {
  const [running, setRunning] = useState<RunningJob | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const run = useCallback(
    async <T>(sentence: string, work: (control: JobControl) => Promise<T>): Promise<T | null> => {
      if (current.current) return null;
      const stop = new AbortController();
      current.current = stop;
      setRunning({ sentence, done: 0, total: null });
      try {
        return await work({
          signal: stop.signal,
          report: (done, total, next) =>
            setRunning((last) => ({ sentence: next ?? last?.sentence ?? sentence, done, total })),
        });
      } finally {
        current.current = null;
        setRunning(null);
      }
    },
    [],
  );
  return { running, run, cancel: useCallback(() => current.current?.abort(), []) };
}
