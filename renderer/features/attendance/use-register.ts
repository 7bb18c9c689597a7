import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useUndoStack, type TakenBack } from '../../flows/commands/use-undo-stack';
import { useCourseFacts } from '../../data/use-course-facts';
import { useCommit, useStore } from '../../data/use-store';
import { commandContext } from '../../platform/clock';
import { kindText } from '../../text/journal';
import { pendingOf, withPending, type PendingMarks } from './pending-marks';

type MarkCommand = (facts: CourseFacts, ctx: CommandContext, reason?: string) => CommandResult;

/** A command that was refused only because it changes earlier days without saying why. */
export interface WaitingForReason {
  readonly command: MarkCommand;
  /** What would be changed, as the refusal names it. */
  readonly problem: Problem;
}

export interface Register {
  /** With what is on its way to the disk; undefined while it loads. */
  readonly facts: CourseFacts | undefined;
  readonly problems: readonly Problem[];
  readonly waiting: WaitingForReason | null;
  /** Runs a marking command; true when it was saved (then the problems are its warnings). */
  readonly run: (command: MarkCommand, reason?: string) => Promise<boolean>;
  readonly giveReason: (reason: string) => Promise<void>;
  readonly clear: () => void;
  readonly undo: () => Promise<TakenBack>;
  readonly redo: () => Promise<TakenBack>;
}

const NONE: readonly Problem[] = [];

/** The facts of a course while marks are typed: painted before they are saved, undone and redone by compensating entries. */
export function useRegister(courseId: CourseId): Register {
  const store = useStore();
  const stored = useCourseFacts(courseId);
  const commit = useCommit();
  const stack = useUndoStack();
  const [pending, setPending] = useState<readonly PendingMarks[]>([]);
  const [problems, setProblems] = useState(NONE);
  const [waiting, setWaiting] = useState<WaitingForReason | null>(null);
  // A second key may come before the first one's state is rendered, so commands read this and not the rendered list.
  const latest = useRef(pending);
  /** Commits under way, which an undo waits for, and the undo under way, which the next mark waits for. */
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const undoing = useRef<Promise<unknown> | null>(null);
  const facts = useMemo(() => stored && withPending(stored, pending), [stored, pending]);

  const change = useCallback((next: (list: readonly PendingMarks[]) => readonly PendingMarks[]) => {
    latest.current = next(latest.current);
    setPending(latest.current);
  }, []);

  const run = useCallback(
    async (command: MarkCommand, reason?: string): Promise<boolean> => {
      if (undoing.current) await undoing.current;
      const snapshot = store.facts.snapshot(courseId);
      if (!snapshot) return false;
      const ctx = commandContext();
      const intent = command(withPending(snapshot, latest.current), ctx, reason);
      if (!intent.ok) {
        if (intent.kind === 'needs-reason') setWaiting({ command, problem: intent.question });
        else setProblems(intent.kind === 'unchanged' ? intent.besides : intent.error);
        return false;
      }
      const batch = pendingOf(intent.value.changes, ctx.today);
      change((list) => [...list, batch]);
      const work = commit(intent.value);
      saving.current = Promise.allSettled([saving.current, work]);
      try {
        const saved = await work;
        if (!saved.ok) {
          setProblems(saved.error);
          return false;
        }
        stack.push(saved.value, kindText(intent.value.kind));
        setProblems(intent.value.warnings ?? NONE);
        await store.facts.settled();
        return true;
      } finally {
        change((list) => list.filter((other) => other !== batch));
      }
    },
    [store, courseId, commit, change, stack],
  );

  const takeBack = useCallback(
    async (which: 'undo' | 'redo'): Promise<TakenBack> => {
      const work = saving.current.then(() => stack[which]());
      const settled = work.catch(() => undefined);
      undoing.current = settled;
      try {
        const result = await work;
        setProblems(result.kind === 'refused' ? result.problems : NONE);
        return result;
      } finally {
        if (undoing.current === settled) undoing.current = null;
      }
    },
    [stack],
  );

  return {
    facts,
    problems,
    waiting,
    run,
    giveReason: async (reason) => {
      setWaiting(null);
      if (waiting) await run(waiting.command, reason);
    },
    clear: useCallback(() => {
      setProblems(NONE);
      setWaiting(null);
    }, []),
    undo: useCallback(() => takeBack('undo'), [takeBack]),
    redo: useCallback(() => takeBack('redo'), [takeBack]),
  };
}
