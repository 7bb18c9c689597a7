import type { Certificate } from '../../shared/records/certificate';
import type { CeYearChoice } from '../../shared/records/choices';
import type { CourseId, PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import type { OutsideHours } from '../../shared/records/outside-hours';
import { creditLines, type CreditLine } from '../../shared/regulation/credits';
import { yearLedger, type LedgerItem, type YearLedger } from '../../shared/regulation/year-ledger';
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
  const outside = holder.certificates.flatMap((row) => Object.values(row.linked?.outsideHours ?? {})).sort((a, b) => (a.id < b.id ? -1 : 1));
  return holder.certificates.map((row) => {
    const convention = conventionOf(row, enrolled, cache);
    return { certificate: row.record, personId, ledger: yearLedger(row.record, itemsOf(row, enrolled, outside), convention) };
  });
}

/** The convention of the certificate's latest course; every course is judged by what held when it began. */
function conventionOf(row: CertificateRow, enrolled: readonly EnrolmentLines[], cache: CourseCache): 'anniversary' | 'as-examples' {
  const own = enrolled.filter((item) => item.row.certificateId === row.id).sort((a, b) => (a.frame.course.startsOn < b.frame.course.startsOn ? 1 : -1));
  return (own[0]?.frame.parameters ?? cache.annual()).ceConvention.value;
}

/**
 * What counts for a certificate: its own lessons, and public ones of the person's other certificates, each session once
 * (shared-public-hours).
 */
function* itemsOf(row: CertificateRow, enrolled: readonly EnrolmentLines[], outside: readonly OutsideHours[]): Generator<LedgerItem> {
  const choices = new Map(Object.values(row.linked?.ceYearChoices ?? {}).map((choice) => [targetOf(choice), choice]));
  const seen = new Set<string>();
  const own = (item: EnrolmentLines): boolean => item.row.certificateId === row.id;
  for (const item of [...enrolled.filter(own), ...enrolled.filter((other) => !own(other))]) {
    for (const { session, state, credited, open } of item.lines) {
      if (state === 'notApplicable' || (!own(item) && session.category !== 'public') || seen.has(session.id)) continue;
      seen.add(session.id);
      yield {
        record: { table: 'sessions', id: session.id },
        category: session.category,
        credited,
        open,
        recorded: state === 'credited',
        on: session.date,
        ceYear: null,
        choice: choices.get(session.id) ?? null,
        ofCourse: false,
      };
    }
  }
  const lessons = new Set<string>();
  for (const hours of outside) {
    const mine = hours.certificateId === row.id;
    if (!mine && (hours.category !== 'public' || hours.on === undefined)) continue;
    // One lesson that was entered under two certificates is one sitting.
    const lesson = hours.category === 'public' && hours.on !== undefined ? `${hours.on}|${hours.start ?? ''}|${hours.periods}|${hours.source}` : hours.id;
    if (!mine && lessons.has(lesson)) continue;
    lessons.add(lesson);
    yield {
      record: { table: 'outsideHours', id: hours.id },
      category: hours.category,
      credited: hours.periods,
      open: 0,
      recorded: true,
      on: hours.on ?? null,
      ceYear: hours.ceYear ?? null,
      choice: choices.get(hours.id) ?? null,
      ofCourse: false,
    };
  }
}

const targetOf = ({ target }: CeYearChoice): string => ('session' in target ? target.session : target.outsideHours);
