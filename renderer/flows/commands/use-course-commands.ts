import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useStore } from '../../data/use-store';
import { commandContext } from '../../platform/clock';
import { kindText } from '../../text/journal';
import { useUndoToast } from '../../ui/use-undo-toast';
import { useTellUndone } from './use-tell-undone';
import { useUndoStack } from './use-undo-stack';

export type CourseCommand = (facts: CourseFacts, ctx: CommandContext, reason?: string) => CommandResult;

/** A command that lacks nothing but a reason. */
export interface ReasonQuestion {
  readonly problem: Problem;
  /** Runs it with the reason; the promise of `run` then goes on. */
  readonly give: (reason: string) => Promise<void>;
  readonly cancel: () => void;
}

export type RunOutcome =
  | { readonly kind: 'saved' }
  /** There was nothing to write. */
  | { readonly kind: 'unchanged' }
  /** `problems` says why. */
  | { readonly kind: 'refused' }
  /** Somebody was asked for a reason and gave none. */
  | { readonly kind: 'cancelled' };

export interface CourseCommands {
  readonly problems: readonly Problem[];
  readonly question: ReasonQuestion | null;
  /** In turn: each command sees what the ones before it saved. `said` is told with 撤销 when it is saved. */
  readonly run: (command: CourseCommand, said?: string) => Promise<RunOutcome>;
  readonly clear: () => void;
}

interface Asks {
  readonly kind: 'asks';
  readonly problem: Problem;
}

const NONE: readonly Problem[] = [];
const REFUSED: RunOutcome = { kind: 'refused' };

/** Commands of one course typed one after the other, each with 撤销, and with the question for a reason where one is needed. */
export function useCourseCommands(courseId: CourseId): CourseCommands {
  const store = useStore();
  const stack = useUndoStack();
  const toast = useUndoToast();
  const tell = useTellUndone();
  const [problems, setProblems] = useState(NONE);
  const [question, setQuestion] = useState<ReasonQuestion | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const tryOnce = useCallback(
    async (command: CourseCommand, said: string | undefined, reason?: string): Promise<RunOutcome | Asks> => {
      const facts = store.facts.snapshot(courseId);
      if (!facts) return { kind: 'refused' };
      const intent = command(facts, commandContext(), reason);
      if (!intent.ok) {
        if (intent.kind === 'needs-reason' && reason === undefined) return { kind: 'asks', problem: intent.question };
        const unchanged = intent.kind === 'unchanged';
        setProblems(unchanged ? NONE : intent.error);
        return { kind: unchanged ? 'unchanged' : 'refused' };
      }
      const saved = await store.commit(intent.value);
      if (!saved.ok) {
        setProblems(saved.error);
        return { kind: 'refused' };
      }
      const { hash } = saved.value.entry;
      stack.push(saved.value, said ?? kindText(intent.value.kind));
      setProblems(intent.value.warnings ?? NONE);
      await store.facts.settled();
      if (said !== undefined) toast({ sentence: said }, async () => tell(await stack.undo(hash)));
      return { kind: 'saved' };
    },
    [store, courseId, stack, toast, tell],
  );

  const attempt = useCallback(
    async (command: CourseCommand, said: string | undefined): Promise<RunOutcome> => {
      const outcome = await tryOnce(command, said);
      if (outcome.kind !== 'asks') return outcome;
      const { problem } = outcome;
      return new Promise((resolve) => {
        const end = (last: RunOutcome | Asks): void => {
          setQuestion(null);
          resolve(last.kind === 'asks' ? REFUSED : last);
        };
        setQuestion({
          problem,
          give: async (reason) => end(await tryOnce(command, said, reason)),
          cancel: () => end({ kind: 'cancelled' }),
        });
      });
    },
    [tryOnce],
  );

  return useMemo(() => {
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = turn.current.then(work);
      turn.current = mine.catch(() => undefined);
      stack.hold(turn.current);
      return mine;
    };
    return {
      problems,
      question,
      run: (command, said) => inTurn(() => attempt(command, said)),
      clear: () => setProblems(NONE),
    };
  }, [problems, question, attempt, stack]);
}
