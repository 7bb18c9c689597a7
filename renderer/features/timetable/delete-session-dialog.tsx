import { marksOfSession } from '../../../shared/commands/recorded-marks';
import type { Session } from '../../../shared/records/session';
import { personThatCounts } from '../../../shared/records/who-counts';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { timetableText as text } from '../../text/timetable';
import { ReasonDialog } from '../../ui/reason-dialog';

interface DeleteSessionDialogProps {
  readonly facts: CourseFacts;
  readonly session: Session;
  readonly onDelete: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks why a lesson goes, and names the attendance that goes with it. */
export function DeleteSessionDialog({ facts, session, onDelete, onCancel }: DeleteSessionDialogProps) {
  const { number } = session;
  const marks = marksOfSession(facts, session);
  const names = marks.map(({ enrolment }) => personThatCounts(facts.persons, enrolment.personId)?.name ?? '');
  return (
    <ReasonDialog
      title={text.deleteTitle(number)}
      sentence={marks.length === 0 ? text.deleteSentence : text.deleteMarks(number, marks.length, text.names(names))}
      confirmLabel={marks.length === 0 ? text.deleteConfirm : text.deleteConfirmMarks(marks.length)}
      danger
      suggestions={text.deleteReasons}
      onConfirm={onDelete}
      onCancel={onCancel}
    />
  );
}
