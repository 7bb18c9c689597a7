import { Button } from 'antd';
import { createContext, useContext } from 'react';
import { problemText } from '../../shared/problems/catalogue';
import type { Problem, ProblemLevel } from '../../shared/problems/problem';
import { uiText } from '../text/ui';
import { StateMark, type MarkState } from './state-mark';
import styles from './problem-list.module.css';

export const LEVEL_MARKS: Readonly<Record<ProblemLevel, MarkState>> = {
  error: 'notMet',
  warning: 'warning',
  info: 'open',
};
const ORDER: readonly ProblemLevel[] = ['error', 'warning', 'info'];

/** What does the next step of a problem; null where there is no such button. */
export type ProblemAction = (problem: Problem) => { readonly label: string; readonly run: () => void } | null;

/** The button of a problem wherever it is shown, for next steps that belong to the whole program: 重试 beside a fault of the disk. */
export const StandingAction = createContext<ProblemAction>(() => null);

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** The button that does the next step, where there is one. */
  readonly action?: ProblemAction;
  /** Where the sentence is about: 第 7 行, a name. */
  readonly where?: (problem: Problem) => string | null;
}

/** Problems as whole sentences with their next step, errors first. Nothing when there are none. */
export function ProblemList({ problems, action, where }: ProblemListProps) {
  const standing = useContext(StandingAction);
  if (problems.length === 0) return null;
  const sorted = [...problems].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return (
    <ul className={styles['list']} role="alert">
      {sorted.map((problem, i) => {
        const text = problemText(problem);
        const button = action?.(problem) ?? standing(problem);
        const place = where?.(problem);
        return (
          <li key={`${problem.code}-${i}`} className={styles[problem.level]}>
            <StateMark state={LEVEL_MARKS[problem.level]} label={uiText.problems.level[problem.level]} />
            <div className={styles['body']}>
              <p>
                {place && <b>{place} </b>}
                {text.sentence}
              </p>
              {text.next && (
                <p className="second">
                  {uiText.problems.next}
                  {text.next}
                </p>
              )}
            </div>
            {button && (
              <Button size="small" onClick={button.run}>
                {button.label}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
