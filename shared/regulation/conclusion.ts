import type { Enrolment } from '../records/enrolment';
import type { Judgement } from './finding';

/**
 * What a judgement means for the submission. ready = may be submitted; reminded = may be, once its warnings are confirmed by
 * name; failing = a rule that is not met keeps the person out; undecided = only what nobody recorded does; gone = left the course
 * or changed to another one.
 */
export type Conclusion = 'ready' | 'reminded' | 'failing' | 'undecided' | 'gone';

/** The conclusion of one person's findings. */
export function conclusionOf(enrolment: Pick<Enrolment, 'status'>, { findings, submittable }: Judgement): Conclusion {
  if (enrolment.status.kind !== 'active') return 'gone';
  if (submittable) return findings.some(({ severity }) => severity === 'warning') ? 'reminded' : 'ready';
  return findings.some(({ severity, outcome }) => severity === 'error' && outcome === 'notMet')
    ? 'failing'
    : 'undecided';
}

/** The conclusion as screens and forms say it. */
export const CONCLUSION: { readonly [conclusion in Conclusion]: string } = {
  ready: '可以上报',
  reminded: '有提醒',
  failing: '不能上报',
  undecided: '无法判定',
  gone: '不在本班',
};
