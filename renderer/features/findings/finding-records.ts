import type { Enrolment } from '../../../shared/records/enrolment';
import type { CertificateId, EnrolmentId, PersonId } from '../../../shared/records/ids';
import { markText } from '../../../shared/records/mark-text';
import type { Session } from '../../../shared/records/session';
import { samePerson } from '../../../shared/records/who-counts';
import { creditLines, type CreditLine, type CreditSource } from '../../../shared/regulation/credits';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Finding, RecordRef } from '../../../shared/regulation/finding';
import { parametersOfCourse } from '../../../shared/regulation/parameters-of-course';
import type { ParameterValues } from '../../../shared/regulation/parameters-on';
import { postTitle } from '../../../shared/regulation/posts';
import type { Place, StepFocus } from '../../app/navigation';
import { findingsText as text } from '../../text/findings';
import { longDay } from '../../text/format';
import { recordText } from '../../text/records';

/** A session behind a finding: what was planned, what was marked, what it gave, and where it is. */
export interface SessionLine {
  readonly key: string;
  readonly session: Session;
  /** Title of the other course that it belongs to; null = this one. */
  readonly course: string | null;
  readonly mark: string;
  /** What the session gave; null for somebody who has no place in it. */
  readonly credit: CreditLine | null;
  /** The cell of the attendance register. */
  readonly place: Place;
  /** The line of the timetable. */
  readonly lesson: Place;
}

/** Any other record behind a finding. place null = there is no page for it. */
export interface OtherLine {
  readonly key: string;
  readonly what: string;
  readonly detail: string;
  readonly place: Place | null;
}

export interface FindingRecords {
  readonly sessions: readonly SessionLine[];
  readonly others: readonly OtherLine[];
}

/** The records that a finding rests on, each with the place where it is kept and can be mended. Records that are gone are left out. */
export function recordsBehind(facts: CourseFacts, enrolment: Enrolment, finding: Finding): FindingRecords {
  const parameters = parametersOfCourse(facts.course, facts.parameterSettings);
  const wanted = new Set(finding.records.filter(({ table }) => table === 'sessions').map(({ id }) => id));
  const others = finding.records.flatMap((ref): OtherLine[] => {
    const line = otherLine(facts, enrolment, ref);
    return line ? [line] : [];
  });
  return {
    sessions:
      wanted.size === 0
        ? []
        : [...ownSessions(facts, enrolment, parameters), ...foreignSessions(facts, enrolment, parameters)].filter(
            ({ key }) => wanted.has(key),
          ),
    others: [...new Map(others.map((line) => [line.key, line])).values()],
  };
}

const sessionLines = (
  source: CreditSource,
  enrolment: Enrolment,
  parameters: ParameterValues,
  course: string | null,
) =>
  creditLines(source, enrolment, parameters).map((credit): SessionLine => ({
    key: credit.session.id,
    session: credit.session,
    course,
    mark: credit.mark ? markText(credit.mark) : '',
    credit,
    place: {
      at: 'course',
      courseId: credit.session.courseId,
      step: 'attendance',
      focus: { enrolmentId: enrolment.id, sessionId: credit.session.id },
    },
    lesson: {
      at: 'course',
      courseId: credit.session.courseId,
      step: 'timetable',
      focus: { sessionId: credit.session.id },
    },
  }));

const ownSessions = (facts: CourseFacts, enrolment: Enrolment, parameters: ParameterValues): readonly SessionLine[] =>
  sessionLines(facts, enrolment, parameters, null);

/** Sessions of other courses in which the same certificate was enrolled. */
function foreignSessions(
  facts: CourseFacts,
  { personId, certificateId }: Enrolment,
  parameters: ParameterValues,
): readonly SessionLine[] {
  return facts.otherCourses.flatMap((other) => {
    const own = other.enrolments.filter(
      (e) => e.certificateId === certificateId || samePerson(facts.persons, e.personId, personId),
    );
    return own
      .slice(0, 1)
      .flatMap((enrolled) =>
        sessionLines({ ...other, persons: facts.persons }, enrolled, parameters, other.course.title),
      );
  });
}

function otherLine(facts: CourseFacts, enrolment: Enrolment, { table, id }: RecordRef): OtherLine | null {
  const step = (name: 'roster' | 'tests', focus: StepFocus): Place => ({
    at: 'course',
    courseId: facts.course.id,
    step: name,
    focus,
  });
  const person: Place = { at: 'person', personId: enrolment.personId };
  const line = (what: string, detail: string, place: Place | null): OtherLine => ({
    key: `${table}/${id}`,
    what,
    detail,
    place,
  });
  switch (table) {
    case 'attempts': {
      const attempt = [...facts.attempts.values()].flat().find((one) => one.id === id);
      if (!attempt) return null;
      const score = attempt.score === 'absent' ? recordText.absentFromTest : text.score(attempt.score);
      return line(
        text.records.attempt(attempt.number),
        text.records.attemptDetail(longDay(attempt.on), score, attempt.passMark),
        step('tests', { enrolmentId: attempt.enrolmentId, attemptId: attempt.id }),
      );
    }
    case 'certificates': {
      const certificate = facts.certificates.get(id as CertificateId);
      if (!certificate) return null;
      const parts = [
        certificate.post === undefined ? text.records.noPost : postTitle(certificate.post),
        certificate.number,
        certificate.issuedOn ? text.records.issued(longDay(certificate.issuedOn)) : text.records.noIssueDate,
        certificate.origin && recordText.origin[certificate.origin],
      ];
      return line(text.records.certificate, parts.filter(Boolean).join(' · '), {
        at: 'person',
        personId: certificate.personId,
      });
    }
    case 'persons': {
      const found = facts.persons.get(id as PersonId);
      return found ? line(text.records.person, found.name, { at: 'person', personId: found.id }) : null;
    }
    case 'enrolments': {
      const found = facts.enrolments.find((one) => one.id === (id as EnrolmentId));
      return found
        ? line(
            text.records.enrolment,
            text.records.enrolmentDetail(found.order, postTitle(found.post)),
            step('roster', { enrolmentId: found.id }),
          )
        : null;
    }
    case 'courses': {
      const course =
        id === facts.course.id ? facts.course : facts.otherCourses.find((one) => one.course.id === id)?.course;
      return course
        ? line(text.records.course, course.title, { at: 'course', courseId: course.id, step: 'overview' })
        : null;
    }
    case 'outsideHours': {
      const item = facts.outsideHours.find((one) => one.id === id);
      if (!item) return null;
      const when = item.on ? longDay(item.on) : item.ceYear === undefined ? '' : recordText.ceYear(item.ceYear);
      const parts = [when, recordText.category[item.category], recordText.periods(item.periods), item.source];
      return line(recordText.outsideKind[item.kind], parts.filter(Boolean).join(' · '), person);
    }
    case 'ceYearChoices': {
      const choice = facts.ceYearChoices.find((one) => one.id === id);
      return choice
        ? line(text.records.ceYearChoice, `${recordText.ceYear(choice.ceYear)} · ${choice.reason}`, null)
        : null;
    }
    case 'barred': {
      const barred = facts.barred?.find((one) => one.id === id);
      return barred
        ? line(text.records.barred, [barred.source, barred.reason].filter(Boolean).join(' · '), {
            at: 'settings',
            section: 'barred',
          })
        : null;
    }
    default:
      return null;
  }
}
