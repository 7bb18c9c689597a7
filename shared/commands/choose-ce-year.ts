import { yearOf, type Day } from '../basics/day';
import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Certificate } from '../records/certificate';
import type { CeYearChoice } from '../records/choices';
import type { CertificateId } from '../records/ids';
import { ceYearOf } from '../regulation/ce-year';
import type { CourseFacts } from '../regulation/facts';
import { parametersOn } from '../regulation/parameters-on';
import { rulesetById } from '../regulation/rulesets';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface ChooseCeYearInput extends Correction {
  readonly certificateId: CertificateId;
  readonly target: CeYearChoice['target'];
  /** The CE year that the hours shall count for; null takes the choice back. */
  readonly ceYear: number | null;
}

/**
 * Lets a session's or an item's hours count for another CE year, for making up the previous one ([9]) or on a boundary
 * day: the computed year, the one before or the one after. Always with a reason.
 */
export function chooseCeYear(
  facts: CourseFacts,
  { certificateId, target, ceYear, reason, parents }: ChooseCeYearInput,
  ctx: CommandContext,
): CommandResult {
  const certificate = facts.certificates.get(certificateId);
  if (!certificate) return refuse('certificate-unknown');
  const before =
    facts.ceYearChoices.find(
      (choice) => choice.certificateId === certificateId && sameValue(choice.target, target),
    ) ?? null;
  const problems: Objection[] = [...needsReason(reason, '改变学时所属年度')];
  if (ceYear === null) {
    const changes = before ? [change('ceYearChoices', before, null)] : [];
    return conclude({ kind: 'ce-year.choose', changes, problems: before ? problems : [], reason, parents });
  }
  problems.push(...yearProblems(facts, certificate, target, ceYear));
  const after: CeYearChoice = {
    id: before?.id ?? ctx.newId(),
    certificateId,
    target,
    ceYear,
    reason: reason?.trim() ?? '',
  };
  return conclude({
    kind: 'ce-year.choose',
    changes: [change('ceYearChoices', before, after)],
    problems,
    reason,
    parents,
  });
}

function yearProblems(
  facts: CourseFacts,
  certificate: Certificate,
  target: CeYearChoice['target'],
  ceYear: number,
): readonly Problem[] {
  if ('session' in target) {
    const session = facts.sessions.find(({ id }) => id === target.session);
    const enrolled = facts.enrolments.some(({ certificateId }) => certificateId === certificate.id);
    return session && enrolled
      ? rangeProblems(facts, certificate, session.date, ceYear)
      : [problem('ce-year-target-unknown')];
  }
  const item = facts.outsideHours.find(({ id }) => id === target.outsideHours);
  if (!item || item.certificateId !== certificate.id) return [problem('ce-year-target-unknown')];
  return item.on
    ? rangeProblems(facts, certificate, item.on, ceYear)
    : [problem('ce-year-fixed', { ceYear: item.ceYear ?? null })];
}

function rangeProblems(facts: CourseFacts, certificate: Certificate, on: Day, ceYear: number): readonly Problem[] {
  const allowed = selectableCeYears(facts, certificate, on);
  return allowed.includes(ceYear) ? [] : [problem('ce-year-range', { on, ceYear, allowed: [...allowed] }, 'ceYear')];
}

/** The CE years that hours of a day may be counted for: the computed one and its neighbours; two calendar years where nothing can be computed. */
export function selectableCeYears(
  { course, parameterSettings }: Pick<CourseFacts, 'course' | 'parameterSettings'>,
  certificate: Certificate,
  on: Day,
): readonly number[] {
  const ruleset = rulesetById(course.ruleset);
  const { issuedOn, origin } = certificate;
  const computed =
    ruleset && issuedOn && origin && on >= ruleset.from
      ? ceYearOf(issuedOn, origin, on, parametersOn(ruleset, parameterSettings, on).ceConvention.value)
      : null;
  return computed === null ? [yearOf(on) - 1, yearOf(on)] : [computed - 1, computed, computed + 1];
}
