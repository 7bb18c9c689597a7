import type { CeYearChoice } from '../records/choices';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, CourseId, PersonId } from '../records/ids';
import type { OutsideHours } from '../records/outside-hours';
import { creditLines, type CreditLine } from '../regulation/credits';
import { parametersOn } from '../regulation/parameters-on';
import { rulesetFor } from '../regulation/rulesets';
import { YearLedger } from '../regulation/year-ledger';
import type { CourseFrame, CourseFrames } from './course-frame';
import type { CertificateHeld, Seat, Source } from './documents';
import { holderOf, seatOf } from './find-record';
import { sameHuman } from './same-human';
import type { CertificateTotals } from './totals';

/** What one enrolment's sessions gave; frame null: its course is not there. */
export interface EnrolmentLines {
  readonly seat: Seat;
  readonly frame: CourseFrame | null;
  readonly lines: readonly CreditLine[];
}

/** All certificates of a human being, under whichever of their records. */
export const certificatesOf = (source: Source, personId: PersonId): readonly CertificateHeld[] =>
  sameHuman(source, personId).flatMap((id) => holderOf(source, id)?.certificates ?? []);

/** All enrolments of a human being, under whichever of their records, course by course, with what each session gave. */
export function linesOf(source: Source, personId: PersonId, frames: CourseFrames): readonly EnrolmentLines[] {
  const enrolled = sameHuman(source, personId).flatMap((id) => holderOf(source, id)?.enrolled ?? []);
  const byCourse = new Map<CourseId, string[]>();
  for (const [id, course] of enrolled) byCourse.set(course, [...(byCourse.get(course) ?? []), id]);
  return [...byCourse].flatMap(([courseId, ids]) => {
    const frame = frames.get(courseId);
    return ids.flatMap((id): readonly EnrolmentLines[] => {
      const seat = seatOf(source, id);
      if (!seat) return [];
      return [{ seat, frame, lines: frame?.parameters ? creditLines(frame, seat.enrolment, frame.parameters) : [] }];
    });
  });
}

/** The CE years of each certificate of a person, over all courses and hours from outside; nothing for somebody without any. */
export function personTotals(source: Source, personId: PersonId, frames: CourseFrames): readonly CertificateTotals[] {
  const held = certificatesOf(source, personId);
  if (held.length === 0) return [];
  const enrolled = linesOf(source, personId, frames).filter(({ frame }) => frame?.parameters);
  const outside = held.flatMap(({ outsideHours }) => outsideHours).sort((a, b) => (a.id < b.id ? -1 : 1));
  return held.map((own) => {
    const { certificate } = own;
    const ledger = new YearLedger(certificate, conventionOf(certificate.id, enrolled, frames));
    addAll(ledger, own, enrolled, outside);
    return {
      id: certificate.id,
      personId,
      gap: ledger.gap,
      years: [...ledger.entries.values()]
        .map(({ year, from, to, total, professional, openTotal, openProfessional }) => ({
          year,
          from,
          to,
          total,
          professional,
          openTotal,
          openProfessional,
        }))
        .sort((a, b) => a.year - b.year),
    };
  });
}

/** The convention of the certificate's latest course; every course is judged by what held when it began. */
function conventionOf(
  certificateId: CertificateId,
  enrolled: readonly EnrolmentLines[],
  frames: CourseFrames,
): 'anniversary' | 'as-examples' {
  const own = enrolled
    .filter(({ seat }) => seat.enrolment.certificateId === certificateId)
    .sort((a, b) => (a.frame!.course.startsOn < b.frame!.course.startsOn ? 1 : -1));
  const annual = rulesetFor('annual');
  return (own[0]?.frame?.parameters ?? parametersOn(annual, frames.settings, annual.from)).ceConvention.value;
}

/**
 * Adds what counts for a certificate: its own lessons, and public ones of the person's other certificates, each session
 * and each lesson from outside once (shared-public-hours).
 */
function addAll(
  ledger: YearLedger,
  { certificate, ceYearChoices }: CertificateHeld,
  enrolled: readonly EnrolmentLines[],
  outside: readonly OutsideHours[],
): void {
  const choices = new Map(ceYearChoices.map((choice) => [targetOf(choice), choice]));
  const seen = new Set<string>();
  const isOwn = ({ certificateId }: Enrolment): boolean => certificateId === certificate.id;
  const own = enrolled.filter(({ seat }) => isOwn(seat.enrolment));
  for (const item of [...own, ...enrolled.filter((other) => !own.includes(other))]) {
    for (const line of item.lines) {
      const { id, category } = line.session;
      if (line.state === 'notApplicable' || (!isOwn(item.seat.enrolment) && category !== 'public') || seen.has(id))
        continue;
      seen.add(id);
      ledger.addSession(line, { table: 'sessions', id }, choices.get(id) ?? null, false);
    }
  }
  const lessons = new Set<string>();
  const ownFirst = [
    ...outside.filter((hours) => hours.certificateId === certificate.id),
    ...outside.filter((hours) => hours.certificateId !== certificate.id),
  ];
  for (const hours of ownFirst) {
    const mine = hours.certificateId === certificate.id;
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
