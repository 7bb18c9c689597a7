import type { CourseId } from '../../../shared/records/ids';
import { PROGRESS_STEPS, type StepState } from '../../../shared/regulation/course-progress';
import { goTo } from '../../app/navigation';
import { useCourseProgress } from '../../app/use-course-progress';
import { courseText } from '../../text/course';
import { StateMark, type MarkState } from '../../ui/state-mark';
import styles from './home-page.module.css';

const MARKS: Readonly<Record<StepState, MarkState>> = {
  done: 'met',
  open: 'open',
  blocked: 'notMet',
  waiting: 'notApplicable',
};

/** The steps of one course with their state; a click opens the step. */
export function CourseProgressLine({ courseId }: { readonly courseId: CourseId }) {
  const progress = useCourseProgress(courseId);
  if (!progress) return null;
  return (
    <div className={styles['steps']}>
      {PROGRESS_STEPS.map((step) => (
        <button key={step} type="button" onClick={() => goTo({ at: 'course', courseId, step })}>
          <StateMark state={MARKS[progress.states[step]]} label={courseText.states[progress.states[step]]} />
          {courseText.steps[step]}
        </button>
      ))}
    </div>
  );
}
