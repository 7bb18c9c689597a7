import { useDeferredValue, useMemo } from 'react';
import type { CourseId } from '../../shared/records/ids';
import { courseProgress, type CourseProgress } from '../../shared/regulation/course-progress';
import { useCourseFacts } from '../data/use-course-facts';
import { useHourCertificates, usePackages } from '../data/use-issued';
import { useJudgements } from '../data/use-judgements';
import { today } from '../platform/clock';

/** How far a course is, live; null while it loads. Lags behind a mark rather than holding up its painting. */
export function useCourseProgress(courseId: CourseId): CourseProgress | null {
  const facts = useDeferredValue(useCourseFacts(courseId));
  const judgements = useDeferredValue(useJudgements(courseId));
  const issued = useHourCertificates(courseId);
  const packages = usePackages(courseId);
  const day = today();
  return useMemo(
    () => (facts && judgements && issued && packages ? courseProgress(facts, judgements, issued, packages, day) : null),
    [facts, judgements, issued, packages, day],
  );
}
