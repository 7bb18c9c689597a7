import type { Course } from '../records/course';
import type { CourseId, PersonId } from '../records/ids';
import type { Person } from '../records/person';
import type { ParameterSetting } from '../records/settings';
import type { CreditSource } from '../regulation/credits';
import { parametersOfCourse } from '../regulation/parameters-of-course';
import type { ParameterValues } from '../regulation/parameters-on';
import { rulesetOf } from '../regulation/rulesets';
import type { Source } from './documents';
import { attendanceOf, seatsOf, sessionsOf, settingsOf } from './facts-of';
import { COURSES, holderOf, MERGES } from './find-record';
import { leafValue } from './leaves';

/** A course as far as crediting its sessions needs it. parameters: null when no ruleset of ours judges it, so that nothing can be credited. */
export interface CourseFrame extends CreditSource {
  readonly course: Course;
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly parameters: ParameterValues | null;
}

/** The values by which a course is credited: those that held when it began. null when no ruleset of ours judges it. */
export function parametersOf(course: Course, settings: readonly ParameterSetting[]): ParameterValues | null {
  const ruleset = rulesetOf(course);
  return ruleset.ok ? parametersOfCourse(course, settings) : null;
}

/** The courses of a source, each put together once. */
export class CourseFrames {
  readonly #frames = new Map<CourseId, CourseFrame | null>();
  readonly #persons: ReadonlyMap<PersonId, Person>;
  readonly settings: readonly ParameterSetting[];

  constructor(private readonly source: Source) {
    this.settings = settingsOf(source).parameterSettings;
    this.#persons = mergedPersons(source);
  }

  /** null when there is no such course. */
  get(courseId: CourseId): CourseFrame | null {
    let frame = this.#frames.get(courseId);
    if (frame === undefined) this.#frames.set(courseId, (frame = this.#make(courseId)));
    return frame;
  }

  #make(courseId: CourseId): CourseFrame | null {
    const { source, settings } = this;
    const course = leafValue(source, COURSES, courseId)?.course;
    const seats = seatsOf(source, courseId);
    const sessions = sessionsOf(source, courseId);
    const attendance = attendanceOf(source, sessions);
    if (!course) return null;
    return {
      course,
      sessions,
      enrolments: seats.map(({ enrolment }) => enrolment),
      attendance,
      professionalChoices: seats.flatMap(({ choices }) => choices),
      persons: this.#persons,
      parameters: parametersOf(course, settings),
    };
  }
}

/** The records that were merged into others and those that they were merged into: all that crediting must know of people. */
function mergedPersons(source: Source): ReadonlyMap<PersonId, Person> {
  const ids = new Set<string>();
  for (const [from, into] of source.read('merges', MERGES)?.entries ?? []) ids.add(from).add(into);
  return new Map(
    [...ids].flatMap((id): [PersonId, Person][] => {
      const person = holderOf(source, id)?.person;
      return person ? [[person.id, person]] : [];
    }),
  );
}
