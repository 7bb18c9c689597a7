import type { CommandContext, CommandResult } from '../../../shared/commands/intent';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { useCommand } from './use-command';
import { useSavedToast } from './use-saved-toast';

interface ReasonCommandProps {
  readonly title: string;
  readonly sentence: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly command: (reason: string, ctx: CommandContext) => CommandResult;
  /** What to say when it is saved. */
  readonly saved: string;
  readonly onClose: () => void;
}

/** Asks why, does it, says so with 撤销; what speaks against it stands in the question. */
export function ReasonCommand({ command, saved, onClose, ...dialog }: ReasonCommandProps) {
  const { run, problems } = useCommand();
  const toast = useSavedToast();
  const confirm = async (reason: string): Promise<void> => {
    const receipt = await run((ctx) => command(reason, ctx));
    if (!receipt) return;
    onClose();
    toast(saved, receipt);
  };
  return (
    <ReasonDialog {...dialog} onConfirm={confirm} onCancel={onClose}>
      <ProblemList problems={problems} />
    </ReasonDialog>
  );
}
