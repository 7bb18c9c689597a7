import type { CourseProgress, ProgressStep, StepState } from '../../../shared/regulation/course-progress';
import type { StepId } from '../../app/navigation';
import { courseText, stepCount } from '../../text/course';
import { StateMark, type MarkState } from '../../ui/state-mark';
import styles from './step-bar.module.css';

const MARKS: Readonly<Record<StepState, MarkState | null>> = {
  done: 'met',
  open: 'open',
  blocked: 'notMet',
  waiting: null,
};

interface StepBarProps {
  readonly steps: readonly StepId[];
  readonly current: StepId;
  /** null while it is being worked out. */
  readonly progress: CourseProgress | null;
  readonly onGo: (step: StepId) => void;
}

/** The steps as tabs: the bar is the progress of the course. */
export function StepBar({ steps, current, progress, onGo }: StepBarProps) {
  const move = (event: React.KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = by === undefined ? undefined : steps[steps.indexOf(current) + by];
    if (!next) return;
    event.preventDefault();
    onGo(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-step="${next}"]`)?.focus();
  };
  return (
    <div role="tablist" tabIndex={-1} aria-label={courseText.stepsLabel} className={styles['bar']} onKeyDown={move}>
      {steps.map((step) => {
        const known = progress && step !== 'overview' ? { progress, step: step satisfies ProgressStep } : null;
        const state = known ? known.progress.states[known.step] : null;
        const mark = state && MARKS[state];
        const isNext = progress?.next === step;
        return (
          <button
            key={step}
            type="button"
            role="tab"
            data-step={step}
            aria-selected={step === current}
            tabIndex={step === current ? 0 : -1}
            onClick={() => onGo(step)}
          >
            <span className={styles['name']}>{courseText.steps[step]}</span>
            {mark && state && <StateMark state={mark} label={courseText.states[state]} />}
            {known && <span className={styles['count']}>{stepCount(known.step, known.progress)}</span>}
            {isNext && <span className={styles['next']}>{courseText.next}</span>}
          </button>
        );
      })}
    </div>
  );
}
