import type { CourseId } from '../../shared/records/ids';
import type { CourseFacts } from '../../shared/regulation/facts';
import { factsOf } from '../../shared/state/facts-of';
import { today } from '../platform/clock';
import { ask } from './ask';
import type { Projection } from './schema';

/** Everything recorded about a course and its people, from one consistent read; undefined when there is no such course. */
export const loadCourseFacts = (db: Projection, courseId: CourseId): Promise<CourseFacts | undefined> =>
  ask(db, (source) => factsOf(source, courseId, today()));
