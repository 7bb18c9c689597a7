import { fail, ok, type Result } from '../basics/result';
import type { Day } from '../basics/day';
import { faultsTogether, type RecordSet, type SetFault } from '../records/check-together';
import type { MarkRecord } from '../records/mark';
import { RECORDS, type RecordFault, type Registry } from '../records/registry';
import type { Tables } from '../records/tables';
import { judgeCourse } from './evaluate';
import type { CourseFacts, OtherCourse } from './facts';
import type { Judgement } from './finding';
import { isValueOf, parameterById } from './parameters-on';
import { rulesetById, rulesetOf, type RulesetRefusal } from './rulesets';

/**
 * Why facts cannot be judged. elsewhere = a record of another course than the one it stands in; parameter = the
 * institution's setting has a value that no rule can use; the rest as the records and rulesets say.
 */
export interface FactsFault extends RecordFault {
  readonly kind: SetFault['kind'] | RulesetRefusal | 'elsewhere' | 'parameter';
}

/** The records of a course's facts as plain lists: what came in a package, or a course's facts taken apart. */
export interface FactsRecords extends ListsOfCourse {
  readonly institution: Tables['institution'] | null;
  readonly persons: readonly Tables['persons'][];
  readonly certificates: readonly Tables['certificates'][];
  readonly attempts: readonly Tables['attempts'][];
  readonly outsideHours: readonly Tables['outsideHours'][];
  readonly ceYearChoices: readonly Tables['ceYearChoices'][];
  readonly barred: readonly Tables['barred'][] | null;
  readonly parameterSettings: readonly Tables['parameterSettings'][];
  readonly otherCourses: readonly ListsOfCourse[];
}

interface ListsOfCourse {
  readonly course: Tables['courses'];
  readonly sessions: readonly Tables['sessions'][];
  readonly enrolments: readonly Tables['enrolments'][];
  readonly marks: readonly MarkRecord[];
  readonly professionalChoices: readonly Tables['professionalChoices'][];
}

/**
 * What is wrong with facts that come from outside (a package, another program's file); none = they can be judged. Facts
 * of our own data were checked record by record when they were stored. Marks in columns cannot be wrong by their form.
 */
export const checkFacts = (facts: CourseFacts): readonly FactsFault[] =>
  checkFactsRecords({
    ...facts,
    persons: [...facts.persons.values()],
    certificates: [...facts.certificates.values()],
    attempts: [...facts.attempts.values()].flat(),
    marks: [],
    otherCourses: facts.otherCourses.map((other: OtherCourse) => ({ ...other, marks: [] })),
  });

/** The same for the lists of a package, marks included. */
export function checkFactsRecords(facts: FactsRecords, records: Registry = RECORDS): readonly FactsFault[] {
  const courses: readonly ListsOfCourse[] = [facts, ...facts.otherCourses];
  const set: RecordSet = {
    institution: facts.institution ? [facts.institution] : [],
    courses: courses.map(({ course }) => course),
    sessions: courses.flatMap(({ sessions }) => sessions),
    enrolments: courses.flatMap(({ enrolments }) => enrolments),
    marks: courses.flatMap(({ marks }) => marks),
    professionalChoices: courses.flatMap(({ professionalChoices }) => professionalChoices),
    persons: facts.persons,
    certificates: facts.certificates,
    attempts: facts.attempts,
    outsideHours: facts.outsideHours,
    ceYearChoices: facts.ceYearChoices,
    barred: facts.barred ?? [],
    parameterSettings: facts.parameterSettings,
  };
  // Somebody may have been in another course under a certificate that is none of this course's.
  const others = new Set(facts.otherCourses.flatMap(({ enrolments }) => enrolments.map(({ id }): string => id)));
  return [
    ...faultsTogether(
      set,
      (reference, from) => from.table === 'enrolments' && reference.table === 'certificates' && others.has(from.key),
      records,
    ),
    ...courses.flatMap(misplacedIn),
    ...courses.flatMap(({ course }) => rulesetFault(course)),
    ...facts.parameterSettings.flatMap(settingFault),
  ];
}

/** Judges facts from outside: what is wrong with them, by name, or the verdicts. */
export function judgeForeign(facts: CourseFacts, on: Day): Result<readonly Judgement[], readonly FactsFault[]> {
  const faults = checkFacts(facts);
  return faults.length > 0 ? fail(faults) : ok(judgeCourse(facts, on));
}

function misplacedIn({ course, sessions, enrolments }: ListsOfCourse): readonly FactsFault[] {
  const wrong = ({ courseId }: { readonly courseId: string }): boolean => courseId !== course.id;
  const fault = (table: 'sessions' | 'enrolments', { id }: { readonly id: string }): FactsFault => ({
    kind: 'elsewhere',
    table,
    key: id,
    at: 'courseId',
    says: `不是它所在的培训班“${course.id}”`,
  });
  return [
    ...sessions.filter(wrong).map((session) => fault('sessions', session)),
    ...enrolments.filter(wrong).map((enrolment) => fault('enrolments', enrolment)),
  ];
}

const REFUSED: { readonly [R in RulesetRefusal]: string } = {
  'ruleset-unknown': '本程序不认识',
  'ruleset-purpose': '是另一种业务类型的',
  'ruleset-not-in-force': '在开班时不适用',
};

function rulesetFault(course: Tables['courses']): readonly FactsFault[] {
  const ruleset = rulesetOf(course);
  if (ruleset.ok) return [];
  const says = `“${course.ruleset}”${REFUSED[ruleset.error]}`;
  return [{ kind: ruleset.error, table: 'courses', key: course.id, at: 'ruleset', says }];
}

/** A setting that rules would stumble over, or that is about something we do not know. */
function settingFault({ id, ruleset, parameter, value }: Tables['parameterSettings']): readonly FactsFault[] {
  const known = parameterById(parameter);
  const fault = (at: string, says: string): readonly FactsFault[] => [
    { kind: 'parameter', table: 'parameterSettings', key: id, at, says },
  ];
  if (!rulesetById(ruleset)) return fault('ruleset', `“${ruleset}”本程序不认识`);
  if (!known) return fault('parameter', `“${parameter}”本程序不认识`);
  return isValueOf(known, value) ? [] : fault('value', `“${String(value)}”不在${known.title}允许的范围内`);
}
