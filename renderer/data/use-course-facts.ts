import { useCallback, useSyncExternalStore } from 'react';
import type { CourseId } from '../../shared/records/ids';
import type { CourseFacts } from '../../shared/regulation/facts';
import { useStore } from './use-store';

/**
 * Everything recorded about a course, live: a mark gives new facts in which only its column is new. undefined while they
 * load, and when there is no such course.
 */
export function useCourseFacts(courseId: CourseId): CourseFacts | undefined {
  const { facts } = useStore();
  return useSyncExternalStore(
    useCallback((listener) => facts.subscribe(courseId, listener), [facts, courseId]),
    () => facts.snapshot(courseId),
  );
}
