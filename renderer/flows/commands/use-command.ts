import { useCallback, useRef, useState } from 'react';
import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import type { Problem } from '../../../shared/problems/problem';
import { useCommit } from '../../data/use-store';
import type { Receipt } from '../../data/store-api';
import { commandContext } from '../../platform/clock';

/** A saved command: its entry, and what the command warned of, for whoever closes the form that would have shown it. */
export interface SavedCommand extends Receipt {
  readonly warnings: readonly Problem[];
}

export interface CommandRunner {
  /** What the last command was refused for, or accepted with. */
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  /** Runs a command and saves what it gives; the receipt when it is saved, null when `problems` says why not. */
  readonly run: (command: (ctx: CommandContext) => CommandResult) => Promise<SavedCommand | null>;
  readonly clear: () => void;
}

const NONE: readonly Problem[] = [];

/** The way from a form to the journal: command → commit → problems on the screen. One at a time. */
export function useCommand(): CommandRunner {
  const commit = useCommit();
  const [problems, setProblems] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const run = useCallback(
    async (command: (ctx: CommandContext) => CommandResult): Promise<SavedCommand | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      try {
        const intent = command(commandContext());
        const saved = intent.ok ? await commit(intent.value) : intent;
        const warnings = (intent.ok && intent.value.warnings) || NONE;
        setProblems(saved.ok ? warnings : saved.error);
        return saved.ok ? { ...saved.value, warnings } : null;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [commit],
  );
  return { problems, busy, run, clear: useCallback(() => setProblems(NONE), []) };
}
