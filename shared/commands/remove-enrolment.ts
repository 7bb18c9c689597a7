import { problem } from '../problems/catalogue';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { marksOfEnrolment } from './recorded-marks';
import type { IssuedDocuments } from './revoke-hour-certificate';

export interface RemoveEnrolmentInput extends Correction {
  readonly enrolmentId: EnrolmentId;
  /** The course's hour certificates and packages. */
  readonly documents: IssuedDocuments;
}

/**
 * Takes somebody off the roster who was put there by mistake and of whom nothing was recorded in the course; everybody
 * else withdraws. Person and certificate stay, and the index is never given again.
 */
export function removeEnrolment(
  facts: CourseFacts,
  { enrolmentId, documents, reason, parents }: RemoveEnrolmentInput,
  _ctx: CommandContext,
): CommandResult {
  const enrolment = enrolmentsById(facts).get(enrolmentId);
  if (!enrolment) return refuse('enrolment-unknown');
  const marks = marksOfEnrolment(facts, enrolment).length;
  const attempts = facts.attempts.get(enrolmentId)?.length ?? 0;
  const makeUps = facts.sessions.filter(({ onlyFor }) => onlyFor?.includes(enrolmentId)).length;
  const issued = [
    ...documents.hourCertificates.filter((one) => one.enrolmentId === enrolmentId),
    ...documents.packages.filter(
      ({ people, leftOut }) => people.includes(enrolmentId) || leftOut.some((one) => one.enrolmentId === enrolmentId),
    ),
  ].map(({ number }) => number);
  const problems: Objection[] = [...needsReason(reason, '移出名册')];
  if (marks + attempts + makeUps + issued.length > 0) {
    problems.push(
      problem('enrolment-has-records', { name: nameOf(facts, enrolment), marks, attempts, makeUps, issued }),
    );
  }
  return conclude({
    kind: 'enrolment.remove',
    changes: [
      ...facts.professionalChoices
        .filter((choice) => choice.enrolmentId === enrolmentId)
        .map((choice) => change('professionalChoices', choice, null)),
      change('enrolments', enrolment, null),
    ],
    problems,
    reason,
    parents,
  });
}
