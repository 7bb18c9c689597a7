import type { Post } from '../records/certificate';
import type { Session } from '../records/session';
import { plannedHours } from './credits';
import type { ParameterValues } from './parameters-on';
import { comparePosts } from './posts';

/** What a timetable offers somebody who misses nothing, and what it lacks of the required hours; whole 学时, 0 when enough. */
export interface PlanReach {
  /** null = everybody, counted without regard to posts. */
  readonly post: Post | null;
  readonly planned: { readonly total: number; readonly professional: number; readonly public: number };
  readonly lacksTotal: number;
  readonly lacksProfessional: number;
}

type Required = Pick<ParameterValues, 'totalPeriods' | 'professionalPeriods'>;

/** [37] 四(二), 四(三): whether full attendance of this timetable can reach the required hours. */
export function planReach(sessions: readonly Session[], required: Required, post: Post | null = null): PlanReach {
  const planned = post === null ? plannedHours(sessions) : plannedHours(sessions, post);
  return {
    post,
    planned,
    lacksTotal: Math.max(0, required.totalPeriods.value - planned.total),
    lacksProfessional: Math.max(0, required.professionalPeriods.value - planned.professional),
  };
}

/**
 * The same for each post that somebody of the roster has, where sessions are only for some posts; none where all
 * sessions are for everybody. In the order in which the posts come.
 */
export function planReachByPost(
  sessions: readonly Session[],
  required: Required,
  posts: readonly Post[],
): readonly PlanReach[] {
  if (sessions.every((session) => session.posts.length === 0)) return [];
  const distinct: Post[] = [];
  for (const post of posts) if (!distinct.some((other) => comparePosts(other, post) === 'same')) distinct.push(post);
  return distinct.map((post) => planReach(sessions, required, post));
}

export const isEnough = ({ lacksTotal, lacksProfessional }: PlanReach): boolean =>
  lacksTotal === 0 && lacksProfessional === 0;
