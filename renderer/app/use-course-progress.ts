import { useDeferredValue, useMemo } from 'react';
import type { CourseId } from '../../shared/records/ids';
import { courseParameters, courseProgress, type CourseProgress } from '../../shared/regulation/course-progress';
import { useCourseFacts } from '../data/use-course-facts';
import { useHourCertificates, usePackages } from '../data/use-issued';
import { openMarksAgain } from '../data/open-marks-again';
import { dayJudged, judgementsOf } from '../data/use-judgements';
import { today } from '../platform/clock';
import { useQuiet } from '../ui/use-quiet';

/** From so many marks on, counting all of them takes longer than a frame, and waits until nobody types. */
const MANY_MARKS = 10_000;
const QUIET = 600;

/** How far a course is, live; null while it loads. Lags behind a mark rather than holding up its painting. */
export function useCourseProgress(courseId: CourseId): CourseProgress | null {
  const latest = useCourseFacts(courseId);
  const many = latest !== undefined && latest.enrolments.length * latest.sessions.length > MANY_MARKS;
  const facts = useDeferredValue(useQuiet(latest, many ? QUIET : 0));
  const issued = useHourCertificates(courseId);
  const packages = usePackages(courseId);
  const day = today();
  return useMemo(
    () =>
      facts && issued && packages
        ? courseProgress(
            facts,
            judgementsOf(facts, dayJudged(facts, day)),
            issued,
            packages,
            day,
            openMarksAgain(facts, courseParameters(facts)),
          )
        : null,
    [facts, issued, packages, day],
  );
}
