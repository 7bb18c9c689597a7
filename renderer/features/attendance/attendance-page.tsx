import { Button } from 'antd';
import type { CourseId } from '../../../shared/records/ids';
import { useImporting } from '../../flows/import/import-desk';
import { ImportScreen } from '../../flows/import/import-screen';
import { goTo, type StepFocus } from '../../app/navigation';
import { appText } from '../../text/app';
import { ATTENDANCE_TEXT as TEXT } from '../../text/attendance';
import { EmptyState } from '../../ui/empty-state';
import { AttendanceRegister } from './attendance-register';
import { useRegister } from './use-register';

const IMPORTS = ['attendance'] as const;

/** 考勤: the register of one course, or what must be there before it. */
export function AttendancePage({ courseId, focus }: { readonly courseId: CourseId; readonly focus?: StepFocus }) {
  const register = useRegister(courseId);
  const { importing, begin, end } = useImporting(courseId, IMPORTS);
  const { facts } = register;
  if (importing) return <ImportScreen kind="attendance" courseId={courseId} onClose={end} />;
  if (!facts) return <p className="second">{appText.loading}</p>;
  if (facts.sessions.length === 0) {
    return (
      <EmptyState title={TEXT.emptyNoSessions} next={TEXT.emptyNoSessionsNext}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'timetable' })}>
          {TEXT.goTimetable}
        </Button>
      </EmptyState>
    );
  }
  if (facts.enrolments.length === 0) {
    return (
      <EmptyState title={TEXT.emptyNoPeople} next={TEXT.emptyNoPeopleNext}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}>
          {TEXT.goRoster}
        </Button>
      </EmptyState>
    );
  }
  return (
    <AttendanceRegister register={register} facts={facts} startAt={focus} onImport={() => begin('attendance')} />
  );
}
