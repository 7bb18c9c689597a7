import { problemText } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { STATE_SHAPES } from './state-mark';
import { LEVEL_MARKS } from './problem-list';
import styles from './problem-tag.module.css';

/** The small tag under the cell that a problem is about; the whole sentence is its tip. */
export function ProblemTag({ problem, onClick }: { readonly problem: Problem; readonly onClick?: () => void }) {
  const text = problemText(problem);
  const content = (
    <>
      <span aria-hidden>{STATE_SHAPES[LEVEL_MARKS[problem.level]]}</span> {text.title}
    </>
  );
  const className = `${styles['tag']} ${styles[problem.level]}`;
  const tip = [text.sentence, text.next].filter(Boolean).join('\n');
  return onClick ? (
    <button type="button" className={className} title={tip} onClick={onClick}>
      {content}
    </button>
  ) : (
    <span className={className} title={tip}>
      {content}
    </span>
  );
}
