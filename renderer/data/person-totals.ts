import type { Certificate } from '../../shared/records/certificate';
import type { CeYearChoice } from '../../shared/records/choices';
import type { CourseId, PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import type { OutsideHours } from '../../shared/records/outside-hours';
import { creditLines, type CreditLine } from '../../shared/regulation/credits';
import { YearLedger } from '../../shared/regulation/year-ledger';
import type { CourseCache, CourseFrame } from './course-cache';
import type { CertificateRow, EnrolmentRow } from './row-types';

/** One human being with everything that stands under any of their records. */
export interface Holder {
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly enrolments: readonly EnrolmentRow[];
  readonly certificates: readonly CertificateRow[];
}

/** What one enrolment's sessions gave. */
export interface EnrolmentLines {
  readonly row: EnrolmentRow;
  readonly frame: CourseFrame;
  readonly lines: readonly CreditLine[];
}

/** The credited sessions of each enrolment of a person; enrolments in a course that cannot be judged are left out. */
export function linesOf(holder: Holder, cache: CourseCache): readonly EnrolmentLines[] {
  const byCourse = new Map<CourseId, EnrolmentRow[]>();
  for (const row of holder.enrolments) byCourse.set(row.courseId, [...(byCourse.get(row.courseId) ?? []), row]);
  return [...byCourse].flatMap(([courseId, rows]) => {
    const frame = cache.get(courseId);
    const parameters = frame?.parameters;
    if (!frame || !parameters) return [];
    const source = {
      sessions: frame.sessions,
      enrolments: rows.map((row) => row.record),
      attendance: frame.attendance,
      professionalChoices: rows.flatMap((row) => Object.values(row.linked?.professionalChoices ?? {})),
      persons: holder.persons,
    };
    return rows.map((row) => ({ row, frame, lines: creditLines(source, row.record, parameters) }));
  });
}

/** The CE years of each certificate of a person, over all courses and hours from outside. */
export function certificateTotals(
  personId: PersonId,
  holder: Holder,
  cache: CourseCache,
): readonly { readonly certificate: Certificate; readonly personId: PersonId; readonly ledger: YearLedger }[] {
  const enrolled = linesOf(holder, cache);
  const outside = holder.certificates
    .flatMap((row) => Object.values(row.linked?.outsideHours ?? {}))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return holder.certificates.map((row) => {
    const ledger = new YearLedger(row.record, conventionOf(row, enrolled, cache));
    addAll(ledger, row, enrolled, outside);
    return { certificate: row.record, personId, ledger };
  });
}

/** The convention of the certificate's latest course; every course is judged by what held when it began. */
function conventionOf(
  row: CertificateRow,
  enrolled: readonly EnrolmentLines[],
  cache: CourseCache,
): 'anniversary' | 'as-examples' {
  const own = enrolled
    .filter((item) => item.row.certificateId === row.id)
    .sort((a, b) => (a.frame.course.startsOn < b.frame.course.startsOn ? 1 : -1));
  return (own[0]?.frame.parameters ?? cache.annual()).ceConvention.value;
}

/**
 * Adds what counts for a certificate: its own lessons, and public ones of the person's other certificates, each session
 * and each lesson from outside once (shared-public-hours).
 */
function addAll(
  ledger: YearLedger,
  row: CertificateRow,
  enrolled: readonly EnrolmentLines[],
  outside: readonly OutsideHours[],
): void {
  const choices = new Map(Object.values(row.linked?.ceYearChoices ?? {}).map((choice) => [targetOf(choice), choice]));
  const seen = new Set<string>();
  const own = (item: EnrolmentLines): boolean => item.row.certificateId === row.id;
  for (const item of [...enrolled.filter(own), ...enrolled.filter((other) => !own(other))]) {
    for (const line of item.lines) {
      const { id, category } = line.session;
      if (line.state === 'notApplicable' || (!own(item) && category !== 'public') || seen.has(id)) continue;
      seen.add(id);
      ledger.addSession(line, { table: 'sessions', id }, choices.get(id) ?? null, false);
    }
  }
  const lessons = new Set<string>();
  const ownFirst = [
    ...outside.filter((hours) => hours.certificateId === row.id),
    ...outside.filter((hours) => hours.certificateId !== row.id),
  ];
  for (const hours of ownFirst) {
    const mine = hours.certificateId === row.id;
    const shared = hours.category === 'public' && hours.on !== undefined;
    if (!mine && !shared) continue;
    // One lesson that was entered under two certificates is one sitting.
    const lesson = shared ? `${hours.on}|${hours.start ?? ''}|${hours.periods}|${hours.source}` : hours.id;
    if (!mine && lessons.has(lesson)) continue;
    lessons.add(lesson);
    ledger.addOutside(hours, { table: 'outsideHours', id: hours.id }, choices.get(hours.id) ?? null);
  }
}

const targetOf = ({ target }: CeYearChoice): string => ('session' in target ? target.session : target.outsideHours);
