import type { ComparedNumber } from '../finding';
import type { ParameterValues } from '../parameters-on';
import type { Used } from '../parameter';
import type { CreditLine } from '../credits';
import { atLeast, periods, type RuleAnswer } from '../rule';
import type { Subject } from '../subject';
import { creditingParameters } from './deciding-parameters';

/** The situations of "this course gives at least so many periods". */
export const HOURS_OF_COURSE = {
  enough: 'met',
  short: 'notMet',
  unrecorded: 'cannotTell',
  'no-timetable': 'cannotTell',
  'no-attendance': 'cannotTell',
  'no-attendance-plan-short': 'cannotTell',
} as const;

/** The lessons that would mend what is missing, the dearest first, until it is covered. */
function lessonsToMakeUp(lines: readonly CreditLine[], missing: number): { lessons: string[]; periods: number } {
  const lost = lines
    .map(({ session, credited, state }) => ({
      number: session.number,
      periods: state === 'credited' ? session.periods - credited : 0,
    }))
    .filter((lesson) => lesson.periods > 0)
    .sort((a, b) => b.periods - a.periods || a.number - b.number);
  const lessons: string[] = [];
  let covered = 0;
  for (const lesson of lost) {
    if (covered >= missing) break;
    lessons.push(String(lesson.number));
    covered += lesson.periods;
  }
  return { lessons, periods: covered };
}

/** Compares what the course gives, in all or of professional knowledge, with what is required. */
export function compareHours(
  subject: Subject,
  label: string,
  required: Used<number>,
  parameters: ParameterValues,
  category?: 'professional',
): RuleAnswer<keyof typeof HOURS_OF_COURSE> {
  const { hours } = subject;
  const counted = category ? subject.counted.filter((line) => line.session.category === category) : subject.counted;
  const actual = category ? hours.professional : hours.total;
  const open = category ? hours.openProfessional : hours.openTotal;
  const numbers: readonly ComparedNumber[] = [periods(label, actual, required.value)];
  if (subject.context.sessions.length === 0)
    return { detail: 'no-timetable', numbers: [periods(label, null, required.value)], parameters: [required] };
  if (subject.unmarked)
    return {
      detail: open < required.value ? 'no-attendance-plan-short' : 'no-attendance',
      numbers: [periods(label, null, required.value)],
      parameters: [required],
      records: subject.sessionRefs(category),
      values: { open },
    };
  const used = {
    numbers,
    parameters: [required, ...creditingParameters(counted, parameters)],
    records: subject.sessionRefs(category),
  };
  const verdict = atLeast(actual, required.value, open);
  if (verdict === 'enough') return { detail: 'enough', ...used };
  const missing = required.value - actual;
  if (verdict === 'open') {
    const unrecorded = counted.filter((line) => line.state === 'unrecorded');
    return {
      detail: 'unrecorded',
      ...used,
      values: { missing, open, unrecorded: unrecorded.map((line) => String(line.session.number)) },
    };
  }
  const { lessons, periods: gained } = lessonsToMakeUp(counted, missing - open);
  return { detail: 'short', ...used, values: { missing, open, lessons, gained } };
}
