import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { Course } from '../../shared/records/course';
import type { CourseId, SessionId } from '../../shared/records/ids';
import type { Session } from '../../shared/records/session';
import type { ParameterSetting } from '../../shared/records/settings';
import type { CourseFacts } from '../../shared/regulation/facts';
import { parametersOn, type ParameterValues } from '../../shared/regulation/parameters-on';
import { rulesetFor, rulesetOf } from '../../shared/regulation/rulesets';
import { attendanceOf } from './load-course-facts';
import type { Projection } from './schema';

/** A course without its people. parameters: null when no ruleset of ours judges it, so that nothing can be credited. */
export interface CourseFrame {
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly attendance: ReadonlyMap<SessionId, AttendanceColumn>;
  readonly parameters: ParameterValues | null;
}

/** Courses read once, while the totals of many people are added up. */
export class CourseCache {
  readonly #frames = new Map<CourseId, CourseFrame | null>();

  constructor(
    private readonly db: Projection,
    private readonly settings: readonly ParameterSetting[],
    /** The facts of a course where somebody has them already: the columns of a large class are megabytes. */
    private readonly factsOf: (id: CourseId) => CourseFacts | undefined = () => undefined,
  ) {}

  /** The values by which a certificate's CE years are counted where no course says so. */
  annual(): ParameterValues {
    const ruleset = rulesetFor('annual');
    return parametersOn(ruleset, this.settings, ruleset.from);
  }

  async load(ids: ReadonlySet<CourseId>): Promise<void> {
    for (const id of ids) {
      if (this.#frames.has(id)) continue;
      const facts = this.factsOf(id);
      if (facts) {
        this.#frames.set(id, frameOf(facts.course, facts.sessions, facts.attendance, this.settings));
        continue;
      }
      const [course, sessions, columns] = await Promise.all([
        this.db.courses.get(id),
        this.db.sessions.where('courseId').equals(id).toArray(),
        this.db.attendance.where('courseId').equals(id).toArray(),
      ]);
      this.#frames.set(
        id,
        course
          ? frameOf(
              course.record,
              sessions.map((row) => row.record),
              attendanceOf(columns),
              this.settings,
            )
          : null,
      );
    }
  }

  /** A loaded course; null when there is none. */
  get(id: CourseId): CourseFrame | null {
    return this.#frames.get(id) ?? null;
  }
}

export function frameOf(
  course: Course,
  sessions: readonly Session[],
  attendance: CourseFrame['attendance'],
  settings: readonly ParameterSetting[],
): CourseFrame {
  const ruleset = rulesetOf(course);
  return {
    course,
    sessions,
    attendance,
    parameters: ruleset.ok ? parametersOn(ruleset.value, settings, course.startsOn) : null,
  };
}
