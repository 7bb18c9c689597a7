import { fail, ok, type Result } from '../../basics/result';
import type { Course, Purpose, RulesetId } from '../../records/course';
import type { RuleId } from '../finding';
import type { Ruleset } from '../ruleset';
import { hubeiExchange } from './hubei-2020-37-exchange';
import { hubeiAnnual } from './hubei-annual';

/** Every ruleset that courses may name. Repealed ones stay, under their interval. */
export const RULESETS: readonly Ruleset[] = [hubeiExchange, hubeiAnnual];

/** The ruleset with this id, or null. */
export const rulesetById = (id: RulesetId): Ruleset | null => RULESETS.find((ruleset) => ruleset.id === id) ?? null;

const FOR_PURPOSE: { readonly [P in Purpose]: Ruleset } = { exchange: hubeiExchange, annual: hubeiAnnual };

/** The newest ruleset of a purpose: what a new course is offered. */
export const rulesetFor = (purpose: Purpose): Ruleset => FOR_PURPOSE[purpose];

const idsOf = ({ rules }: Ruleset): readonly RuleId[] => rules.map(({ id }) => id);

/** The rules of a purpose in the order of the screen's columns. */
export const RULES_OF: { readonly [P in Purpose]: readonly RuleId[] } = {
  exchange: idsOf(hubeiExchange),
  annual: idsOf(hubeiAnnual),
};

/** Why a course cannot be judged by the ruleset that it names. */
export type RulesetRefusal = 'ruleset-unknown' | 'ruleset-purpose' | 'ruleset-not-in-force';
type Asked = Pick<Course, 'ruleset' | 'purpose' | 'startsOn'>;

/** Everything that speaks against the ruleset that a course names; nothing when it judges the course. */
export function rulesetRefusals(course: Asked): readonly RulesetRefusal[] {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset) return ['ruleset-unknown'];
  const { purpose, from, to } = ruleset;
  const inForce = course.startsOn >= from && (to === null || course.startsOn <= to);
  return [
    ...(purpose === course.purpose ? [] : (['ruleset-purpose'] as const)),
    ...(inForce ? [] : (['ruleset-not-in-force'] as const)),
  ];
}

/** The ruleset that judges a course: the one it names, if that exists, has the course's purpose and was in force when it began. Never another one. */
export function rulesetOf(course: Asked): Result<Ruleset, RulesetRefusal> {
  const ruleset = rulesetById(course.ruleset);
  if (!ruleset) return fail('ruleset-unknown');
  const [refusal] = rulesetRefusals(course);
  return refusal ? fail(refusal) : ok(ruleset);
}
