import { ceYearOf } from '../regulation/ce-year';
import { creditLines, sumOf } from '../regulation/credits';
import type { CourseFacts } from '../regulation/facts';
import { parametersOfCourse } from '../regulation/parameters-of-course';
import type { FormLine } from './form';

/** Periods of the course that count for one CE year of the certificate; null = exchange, or not due. */
export interface YearHours {
  readonly ceYear: number | null;
  readonly total: number;
  readonly professional: number;
  readonly public: number;
}

/**
 * A course's hours split by CE year, as forms and certificates have one line or page per person × certificate × CE year. Nearly every course
 * lies in one year; one that straddles an anniversary gives two. Years without a credited period are left out, unless
 * all are.
 */
export function hoursByYear(
  facts: CourseFacts,
  { enrolment, certificate, judgement }: FormLine,
): readonly YearHours[] {
  const { total, professional, public: basic } = judgement.hours;
  const [first] = judgement.ceYears;
  if (facts.course.purpose === 'exchange') return [{ ceYear: null, total, professional, public: basic }];
  if (judgement.ceYears.length < 2 || certificate.issuedOn === undefined) {
    return [{ ceYear: first ?? null, total, professional, public: basic }];
  }
  const { issuedOn, origin = 'exchanged' } = certificate;
  const parameters = parametersOfCourse(facts.course, facts.parameterSettings);
  const lines = creditLines(facts, enrolment, parameters);
  const yearOfLine = (sessionId: string, date: (typeof facts.sessions)[number]['date']): number | null => {
    const choice = facts.ceYearChoices.find(
      ({ certificateId, target }) =>
        certificateId === certificate.id && 'session' in target && target.session === sessionId,
    );
    return choice ? choice.ceYear : ceYearOf(issuedOn, origin, date, parameters.ceConvention.value);
  };
  const years = judgement.ceYears.map((ceYear): YearHours => {
    const sum = sumOf(lines.filter(({ session }) => yearOfLine(session.id, session.date) === ceYear));
    return { ceYear, total: sum.total, professional: sum.professional, public: sum.public };
  });
  const credited = years.filter((year) => year.total > 0);
  return credited.length > 0 ? credited : years.slice(0, 1);
}
