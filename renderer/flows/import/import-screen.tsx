import { useMemo } from 'react';
import type { ImportKind } from '../../../shared/import/preview';
import type { CourseId } from '../../../shared/records/ids';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { useCourseFacts } from '../../data/use-course-facts';
import { usePersonIndex } from '../../data/use-person-index';
import { useSessionsBetween } from '../../data/use-sessions-between';
import { useBarredList, useSettings } from '../../data/use-settings';
import { importText } from '../../text/import';
import { ImportBody } from './import-body';
import { attendanceJob, barredJob, outsideHoursJob, rosterJob, scoresJob, timetableJob } from './import-jobs';

type CourseKind = Exclude<ImportKind, 'barred'>;

export type ImportScreenProps = {
  /** Back to where the screen was opened from. */
  readonly onClose: () => void;
} & (
  | {
      readonly kind: CourseKind;
      /** The course that the file is about: its dates, roster, timetable and ruleset. */
      readonly courseId: CourseId;
    }
  | { readonly kind: 'barred'; readonly courseId?: undefined }
);

/** One screen for every kind of file: file, columns, preview, result. It fills the height that it is given. */
export function ImportScreen(props: ImportScreenProps) {
  const { onClose } = props;
  return props.kind === 'barred' ? (
    <BarredImport onClose={onClose} />
  ) : (
    <CourseImport kind={props.kind} courseId={props.courseId} onClose={onClose} />
  );
}

const Loading = () => <p className="second">{importText.loading}</p>;

interface OfCourse {
  readonly facts: CourseFacts;
  readonly onClose: () => void;
}

function CourseImport({
  kind,
  courseId,
  onClose,
}: {
  readonly kind: CourseKind;
  readonly courseId: CourseId;
  readonly onClose: () => void;
}) {
  const facts = useCourseFacts(courseId);
  if (!facts) return <Loading />;
  if (kind === 'roster') return <RosterImport facts={facts} onClose={onClose} />;
  if (kind === 'timetable') return <TimetableImport facts={facts} onClose={onClose} />;
  return <FactsImport kind={kind} facts={facts} onClose={onClose} />;
}

function RosterImport({ facts, onClose }: OfCourse) {
  const people = usePersonIndex();
  const job = useMemo(() => people && rosterJob(facts, people), [facts, people]);
  return job ? <ImportBody job={job} courseId={facts.course.id} onClose={onClose} /> : <Loading />;
}

function TimetableImport({ facts, onClose }: OfCourse) {
  const { startsOn, endsOn, id } = facts.course;
  const others = useSessionsBetween(startsOn, endsOn, id);
  const job = useMemo(() => others && timetableJob(facts, others), [facts, others]);
  return job ? <ImportBody job={job} courseId={facts.course.id} onClose={onClose} /> : <Loading />;
}

const JOBS = { attendance: attendanceJob, scores: scoresJob, 'outside-hours': outsideHoursJob } as const;

function FactsImport({ kind, facts, onClose }: OfCourse & { readonly kind: keyof typeof JOBS }) {
  const job = useMemo(() => JOBS[kind](facts), [kind, facts]);
  return <ImportBody job={job} courseId={facts.course.id} onClose={onClose} />;
}

function BarredImport({ onClose }: { readonly onClose: () => void }) {
  const stored = useBarredList();
  const settings = useSettings();
  const job = useMemo(
    () =>
      stored === undefined || settings === undefined ? null : barredJob(stored, settings.institution?.name ?? ''),
    [stored, settings],
  );
  return job ? <ImportBody job={job} courseId={null} onClose={onClose} /> : <Loading />;
}
