import { Button } from 'antd';
import type { CourseId, SessionId } from '../../../shared/records/ids';
import { useImporting } from '../../flows/import/import-desk';
import { ImportScreen } from '../../flows/import/import-screen';
import type { StepFocus } from '../../app/navigation';
import { useCourseFacts } from '../../data/use-course-facts';
import { useSessionsBetween } from '../../data/use-sessions-between';
import { appText } from '../../text/app';
import { TimetableEditor } from './timetable-editor';
import { timetableText as text } from '../../text/timetable';

const IMPORTS = ['timetable'] as const;

/** 课程表: the lessons of one course. */
export function TimetablePage({ courseId, focus }: { readonly courseId: CourseId; readonly focus?: StepFocus }) {
  const facts = useCourseFacts(courseId);
  const { importing, begin, end } = useImporting(courseId, IMPORTS);
  if (importing) return <ImportScreen kind="timetable" courseId={courseId} onClose={end} />;
  if (!facts) return <p className="second">{appText.loading}</p>;
  return (
    <WithOthers
      key={`${facts.course.startsOn}${facts.course.endsOn}`}
      facts={facts}
      startAt={focus?.sessionId ?? null}
      onImport={() => begin('timetable')}
    />
  );
}

interface WithOthersProps {
  readonly facts: NonNullable<ReturnType<typeof useCourseFacts>>;
  readonly startAt: SessionId | null;
  readonly onImport: () => void;
}

/** The other courses' lessons of the same days, for clashes of teacher and room. */
function WithOthers({ facts, startAt, onImport }: WithOthersProps) {
  const { id, startsOn, endsOn } = facts.course;
  const others = useSessionsBetween(startsOn, endsOn, id);
  return (
    <TimetableEditor
      facts={facts}
      others={others ?? []}
      startAt={startAt}
      importButton={(type) => (
        <Button type={type} onClick={onImport}>
          {text.import}
        </Button>
      )}
    />
  );
}
