import type { Day } from '../../../shared/basics/day';
import { certificateYears } from '../../../shared/documents/hour-certificate-page';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { Institution } from '../../../shared/records/institution';
import type { CourseId, EnrolmentId } from '../../../shared/records/ids';
import type { CourseProgress } from '../../../shared/regulation/course-progress';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import type { Place, StepId } from '../../app/navigation';
import { stepReached, stepTask } from '../../text/course';
import { submissionText as text } from '../../text/submission';

/** done; open = the package can be made, but something is left to do; blocks = it cannot be made yet. */
export type ChecklistState = 'done' | 'open' | 'blocks';

export interface ChecklistItem {
  readonly id:
    | 'institution'
    | 'course'
    | 'timetable'
    | 'attendance'
    | 'tests'
    | 'findings'
    | 'certificates'
    | 'warnings';
  readonly state: ChecklistState;
  readonly sentence: string;
  /** Where it is mended; null = on this page. */
  readonly place: Place | null;
}

export interface ChecklistInput {
  readonly courseId: CourseId;
  readonly endsOn: Day;
  readonly today: Day;
  readonly institution: Institution | null;
  readonly progress: CourseProgress;
  /** How many people go in, and how many stay out. */
  readonly going: number;
  readonly leftOut: number;
  /** Hour certificates that could be issued and are not. */
  readonly certificatesDue: number;
  /** Standing hour certificates that differ from the records now. */
  readonly certificatesOutdated: number;
  readonly warnings: number;
  readonly unconfirmed: number;
}

/** What is complete, what is left to do, what stands in the way of 报审材料包, in the order of the work. */
export function checklist(input: ChecklistInput): readonly ChecklistItem[] {
  const { courseId, institution, progress, going, leftOut, warnings, unconfirmed } = input;
  const step = (name: StepId): Place => ({ at: 'course', courseId, step: name });
  const item = (
    id: ChecklistItem['id'],
    state: ChecklistState,
    sentence: string,
    place: Place | null,
  ): ChecklistItem => ({
    id,
    state,
    sentence,
    place,
  });
  const work = (id: 'timetable' | 'attendance' | 'tests'): ChecklistItem => {
    const task = stepTask(id, progress);
    return item(id, task === null ? 'done' : 'open', task ?? stepReached(id, progress), step(id));
  };
  const settings: Place = { at: 'settings', section: 'institution' };
  const ended = input.today >= input.endsOn;
  return [
    !institution
      ? item('institution', 'blocks', text.noInstitution, settings)
      : !institution.numberPrefix
        ? item('institution', 'blocks', text.noPrefix, settings)
        : item('institution', 'done', text.institution(institution.name, institution.numberPrefix), settings),
    item(
      'course',
      ended ? 'done' : 'open',
      ended ? text.ended(input.endsOn) : text.running(input.endsOn),
      step('overview'),
    ),
    work('timetable'),
    work('attendance'),
    work('tests'),
    going === 0
      ? item('findings', 'blocks', text.nobody(leftOut), step('findings'))
      : item(
          'findings',
          leftOut > 0 ? 'open' : 'done',
          leftOut > 0 ? text.someLeftOut(going, leftOut) : text.everybody(going),
          step('findings'),
        ),
    input.certificatesOutdated > 0
      ? item('certificates', 'open', text.certificatesOutdated(input.certificatesOutdated), step('certificates'))
      : input.certificatesDue > 0
        ? item('certificates', 'open', text.certificatesDue(input.certificatesDue), step('certificates'))
        : item(
            'certificates',
            progress.issued > 0 ? 'done' : 'open',
            text.certificates(progress.issued),
            step('certificates'),
          ),
    warnings === 0
      ? item('warnings', 'done', text.noWarnings, null)
      : unconfirmed > 0
        ? item('warnings', 'blocks', text.unconfirmed(unconfirmed, warnings), null)
        : item('warnings', 'done', text.confirmed(warnings), null),
  ];
}

/** Whether nothing stands in the way. */
export const mayBuild = (items: readonly ChecklistItem[]): boolean => items.every(({ state }) => state !== 'blocks');

/** How many 学时证明 the people who go in could still get: one per CE year of their hours. */
export function dueCertificates(
  facts: CourseFacts,
  judgements: readonly Judgement[],
  people: readonly EnrolmentId[],
  standing: readonly Pick<HourCertificate, 'enrolmentId' | 'ceYear'>[],
): number {
  const wanted = new Set(people);
  const issued = new Set(standing.map(({ enrolmentId, ceYear }) => `${enrolmentId}|${ceYear}`));
  return judgements
    .filter(({ enrolmentId }) => wanted.has(enrolmentId))
    .flatMap((judgement) => certificateYears(facts, judgement).map((ceYear) => `${judgement.enrolmentId}|${ceYear}`))
    .filter((key) => !issued.has(key)).length;
}
