import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Digest } from '../../../shared/basics/sha256';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useUndoEntry } from '../../app/use-undo-entry';
import { useCourseFacts } from '../../data/use-course-facts';
import { useCommit } from '../../data/use-store';
import { commandContext } from '../../platform/clock';
import { pendingOf, withPending, type PendingMarks } from './pending-marks';

type MarkCommand = (facts: CourseFacts, ctx: CommandContext, reason?: string) => CommandResult;

/** A command that was refused only because it changes earlier days without saying why. */
export interface WaitingForReason {
  readonly command: MarkCommand;
  readonly cells: number;
}

export interface Register {
  /** With what is on its way to the disk; undefined while it loads. */
  readonly facts: CourseFacts | undefined;
  readonly problems: readonly Problem[];
  readonly waiting: WaitingForReason | null;
  /** Runs a marking command; true when it was saved (then the problems are its warnings). */
  readonly run: (command: MarkCommand, cells: number, reason?: string) => Promise<boolean>;
  readonly giveReason: (reason: string) => Promise<void>;
  readonly clear: () => void;
  /** Takes the last entry of this screen back; false when there is none. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

const NONE: readonly Problem[] = [];

/** The facts of a course while marks are typed: painted before they are saved, undone and redone by compensating entries. */
export function useRegister(courseId: CourseId): Register {
  const stored = useCourseFacts(courseId);
  const commit = useCommit();
  const undoEntry = useUndoEntry();
  const [pending, setPending] = useState<readonly (PendingMarks & { done?: boolean })[]>([]);
  const [problems, setProblems] = useState(NONE);
  const [waiting, setWaiting] = useState<WaitingForReason | null>(null);
  const undone = useRef<Digest[]>([]);
  const made = useRef<Digest[]>([]);
  const facts = useMemo(() => stored && withPending(stored, pending), [stored, pending]);
  // A second key may come before the first one's state is rendered, so commands read this and not the rendered facts.
  const latest = useRef({ stored, pending });
  latest.current = { stored, pending };

  useEffect(() => {
    setPending((list) => (list.some(({ done }) => done) ? list.filter(({ done }) => !done) : list));
  }, [stored]);

  const change = useCallback((next: (list: readonly (PendingMarks & { done?: boolean })[]) => readonly (PendingMarks & { done?: boolean })[]) => {
    latest.current = { ...latest.current, pending: next(latest.current.pending) };
    setPending(next);
  }, []);

  const run = useCallback(
    async (command: MarkCommand, cells: number, reason?: string): Promise<boolean> => {
      const now = latest.current.stored && withPending(latest.current.stored, latest.current.pending);
      if (!now) return false;
      const ctx = commandContext();
      const intent = command(now, ctx, reason);
      if (!intent.ok) {
        const errors = intent.error.filter(({ level }) => level === 'error');
        if (errors.length > 0 && errors.every(({ code }) => code === 'mark-reason')) setWaiting({ command, cells });
        else setProblems(intent.error.filter(({ code }) => code !== 'nothing-changed'));
        return false;
      }
      const batch = pendingOf(intent.value.changes, ctx.today);
      change((list) => [...list, batch]);
      const saved = await commit(intent.value);
      if (!saved.ok) {
        change((list) => list.filter((other) => other !== batch));
        setProblems(saved.error);
        return false;
      }
      change((list) => list.map((other) => (other === batch ? { ...batch, done: true } : other)));
      made.current.push(saved.value.entry.hash);
      undone.current = [];
      setProblems(intent.value.warnings ?? NONE);
      return true;
    },
    [commit, change],
  );

  const takeBack = useCallback(
    async (from: Digest[], to: Digest[]): Promise<boolean> => {
      const hash = from.pop();
      if (!hash) return false;
      const result = await undoEntry(hash);
      if (result.ok) to.push(result.value.entry.hash);
      else setProblems(result.error);
      return result.ok;
    },
    [undoEntry],
  );

  return {
    facts,
    problems,
    waiting,
    run,
    giveReason: async (reason) => {
      const asked = waiting;
      setWaiting(null);
      if (asked) await run(asked.command, asked.cells, reason);
    },
    clear: useCallback(() => {
      setProblems(NONE);
      setWaiting(null);
    }, []),
    undo: useCallback(() => takeBack(made.current, undone.current), [takeBack]),
    redo: useCallback(() => takeBack(undone.current, made.current), [takeBack]),
  };
}
