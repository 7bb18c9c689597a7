import { Button } from 'antd';
import { Suspense } from 'react';
import type { CourseId } from '../../../shared/records/ids';
import type { StepPage } from '../../app/course-steps';
import { goTo, STEP_IDS, type StepFocus, type StepId } from '../../app/navigation';
import { useCourseProgress } from '../../app/use-course-progress';
import { useCourse } from '../../data/use-courses';
import { appText } from '../../text/app';
import { courseText } from '../../text/course';
import { dayRange } from '../../text/format';
import { recordText } from '../../text/records';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { useShortcuts } from '../../ui/shortcuts';
import { StepBar } from './step-bar';

interface CoursePageProps {
  readonly courseId: CourseId;
  readonly step: StepId;
  /** The record at which the step opens. */
  readonly focus: StepFocus | undefined;
  readonly pages: Readonly<Partial<Record<StepId, StepPage>>>;
}

/** The workspace of one course: header, the steps as tabs, the page of one step. */
export function CoursePage({ courseId, step, focus, pages }: CoursePageProps) {
  const course = useCourse(courseId);
  const progress = useCourseProgress(courseId);
  const steps = STEP_IDS.filter((id) => pages[id]);
  const go = (next: StepId): void => {
    if (next !== step) goTo({ at: 'course', courseId, step: next });
  };
  useShortcuts(
    courseText.shortcutGroup,
    steps.map((id, i) => ({
      keys: `Ctrl+${i + 1}`,
      does: courseText.goStep(courseText.steps[id]),
      run: () => go(id),
    })),
  );

  if (course === undefined) return <Page title={courseText.loading}>{null}</Page>;
  if (course === null) {
    return (
      <Page title={courseText.missing}>
        <EmptyState title={courseText.missing} next={courseText.missingNext}>
          <Button onClick={() => goTo({ at: 'courses' })}>{courseText.backToList}</Button>
        </EmptyState>
      </Page>
    );
  }
  const shown = pages[step] ? step : 'overview';
  const Content = pages[shown];
  const sub = [
    recordText.purpose[course.purpose],
    dayRange(course.startsOn, course.endsOn),
    progress ? recordText.people(progress.people) : null,
  ];
  return (
    <Page
      title={course.title}
      sub={sub.filter(Boolean).join(' · ')}
      layout="fill"
      bar={<StepBar steps={steps} current={shown} progress={progress} onGo={go} />}
    >
      <Suspense fallback={<p className="second">{appText.loading}</p>}>
        {Content && (
          <Content key={`${shown} ${JSON.stringify(focus)}`} courseId={courseId} {...(focus && { focus })} />
        )}
      </Suspense>
    </Page>
  );
}
