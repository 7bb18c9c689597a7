import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Declaration } from '../records/declaration';
import type { EnrolmentId } from '../records/ids';
import { isBlank } from '../records/patch';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, refuse, type Correction } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';
import { enrolmentsById } from '../records/enrolments-by-id';

/** 身体健康, 在企业工作, 仍在岗位, 全国系统可查. */
export type Declared = 'healthy' | 'employed' | 'stillInPost' | 'foundInSystem';

export interface DeclareInput extends Correction {
  /** One answer for several people at once. */
  readonly enrolmentIds: readonly EnrolmentId[];
  readonly what: Declared;
  readonly answer: Declaration['answer'];
  /** What was looked at; required for yes and no. */
  readonly source?: string | undefined;
  /** The day on which it was looked at; default today. */
  readonly on?: Day | undefined;
}

/** A yes or no that the registrar answers for, with its source and day. 'unknown' takes an answer back. */
export function declare(
  facts: CourseFacts,
  { enrolmentIds, what, answer, source, on, reason, parents }: DeclareInput,
  ctx: CommandContext,
): CommandResult {
  if (enrolmentIds.length === 0) return refuse('declaration-empty');
  const day = on ?? ctx.today;
  const problems: Problem[] = [];
  if (answer !== 'unknown' && isBlank(source)) problems.push(problem('source-missing', { what: '声明' }, 'source'));
  if (day > ctx.today) problems.push(problem('day-in-future', { what: '声明', on: day, today: ctx.today }, 'on'));
  const declaration: Declaration =
    answer === 'unknown' ? { answer } : { answer, source: source?.trim() ?? '', on: day };

  const byId = enrolmentsById(facts);
  const changes = enrolmentIds.flatMap((id): readonly Change[] => {
    const enrolment = byId.get(id);
    if (!enrolment) {
      problems.push(problem('enrolment-unknown'));
      return [];
    }
    if (what !== 'foundInSystem') return [change('enrolments', enrolment, { ...enrolment, [what]: declaration })];
    const certificate = facts.certificates.get(enrolment.certificateId);
    if (certificate) return [change('certificates', certificate, { ...certificate, foundInSystem: declaration })];
    problems.push(problem('certificate-unknown'));
    return [];
  });
  return conclude({ kind: 'declaration.set', changes, problems, reason, parents });
}
