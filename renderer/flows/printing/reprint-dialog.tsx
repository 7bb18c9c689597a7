import { reprintHourCertificate } from '../../../shared/commands/reprint-hour-certificate';
import type { Problem } from '../../../shared/problems/problem';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import { certificatesText as text } from '../../text/certificates';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { useCommand } from '../commands/use-command';
import type { JobRunner } from '../../app/use-job';
import { usePrintCertificates, type Output } from './use-print-certificates';

interface ReprintDialogProps {
  /** Issued ones that stand; at least one. */
  readonly certificates: readonly HourCertificate[];
  /** Title of their course, for the file's name. */
  readonly course: string;
  readonly output: Output;
  readonly job: JobRunner;
  readonly onProblems: (problems: readonly Problem[]) => void;
  readonly onClose: () => void;
}

/** Every further copy of a 学时证明, wherever it is asked for: the reason is in the journal before the pages are handed out. */
export function ReprintDialog({ certificates, course, output, job, onProblems, onClose }: ReprintDialogProps) {
  const command = useCommand();
  const print = usePrintCertificates();
  const ids = certificates.map(({ id }) => id);
  const numbers = text.numbers(certificates.map(({ number }) => number));
  const printing = output === 'print';

  const reprint = async (reason: string): Promise<void> => {
    const receipt = await command.run((ctx) => reprintHourCertificate(certificates, { ids, reason }, ctx));
    if (!receipt) return;
    onClose();
    await job.run(text.onePdf, async (control) => {
      const done = await print.issued(certificates, course, output, control);
      onProblems(done.ok ? [] : done.error);
    });
  };
  return (
    <ReasonDialog
      title={printing ? text.reprintTitle(ids.length, numbers) : text.copyTitle(ids.length, numbers)}
      sentence={text.reprintSentence}
      confirmLabel={printing ? text.reprint : text.saveCopy}
      suggestions={text.reprintReasons}
      onConfirm={reprint}
      onCancel={onClose}
    >
      <ProblemList problems={command.problems} />
    </ReasonDialog>
  );
}
