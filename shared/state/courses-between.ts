import type { Day } from '../basics/day';
import type { CourseId } from '../records/ids';
import type { Source } from './documents';
import { leafIds } from './leaves';

/** The courses that have sessions between two days, both included. */
export const coursesBetween = (source: Source, from: Day, to: Day): readonly CourseId[] =>
  leafIds(source, { kind: 'courses' }).flatMap((leaf) =>
    [...(source.read('courses', leaf)?.entries ?? [])].flatMap(([id, line]): readonly CourseId[] =>
      line.from !== null && line.until !== null && line.from <= to && from <= line.until ? [id as CourseId] : [],
    ),
  );
