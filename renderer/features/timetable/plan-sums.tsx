import type { Session } from '../../../shared/records/session';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { ParameterValues } from '../../../shared/regulation/parameters-on';
import { isEnough, planReach, planReachByPost } from '../../../shared/regulation/plan-reach';
import { postTitle } from '../../../shared/regulation/posts';
import { timetableText } from '../../text/timetable';
import { StateMark } from '../../ui/state-mark';
import styles from './timetable.module.css';

const text = timetableText.sums;

interface PlanSumsProps {
  readonly facts: CourseFacts;
  /** With the line being typed. */
  readonly sessions: readonly Session[];
  readonly parameters: ParameterValues;
  readonly typing: boolean;
}

/** What is planned against what is required, and whether somebody who misses nothing can reach it; live while typing. */
export function PlanSums({ facts, sessions, parameters, typing }: PlanSumsProps) {
  const reach = planReach(sessions, parameters);
  const short = planReachByPost(
    sessions,
    parameters,
    facts.enrolments.map(({ post }) => post),
  ).filter((one) => !isEnough(one));
  const { planned } = reach;
  const days = new Set(sessions.flatMap(({ date }) => (date ? [date] : []))).size;
  const figure = (title: string, value: string, lacks: number) => (
    <span className={styles['figure']} data-lacks={lacks > 0}>
      {title} <b>{value}</b>
    </span>
  );
  return (
    <div className={styles['sums']} role="status">
      <p>
        <StateMark state={isEnough(reach) && short.length === 0 ? 'met' : 'notMet'} />
        {figure(text.public, String(planned.public), 0)}
        {figure(
          text.professional,
          text.ofRequired(planned.professional, parameters.professionalPeriods.value),
          reach.lacksProfessional,
        )}
        {figure(text.total, text.ofRequired(planned.total, parameters.totalPeriods.value), reach.lacksTotal)}
        <span className="second">
          {text.periods} · {text.days(days, sessions.length)}
          {typing && ` · ${text.typing}`}
        </span>
        {isEnough(reach) ? (
          <span className="second">{short.length === 0 && text.enough}</span>
        ) : (
          <span className={styles['short']}>{text.short(reach.lacksTotal, reach.lacksProfessional)}</span>
        )}
      </p>
      {isEnough(reach) &&
        short.map(({ post, planned: forPost, lacksTotal, lacksProfessional }) => (
          <p key={post} className={styles['short']}>
            {text.shortForPost(postTitle(post!), forPost.total, forPost.professional, lacksTotal, lacksProfessional)}
          </p>
        ))}
    </div>
  );
}
