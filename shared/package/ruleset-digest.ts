import { canonicalJson } from '../basics/canonical-json';
import { digestOf, type Digest, type Sha256 } from '../basics/sha256';
import { PARAMETERS } from '../regulation/parameters';
import type { Ruleset } from '../regulation/ruleset';
import { jsonOf } from './json-of';

/**
 * Digest of what a ruleset says: interval, posts, dated parameters, and of every rule its clauses, severities and situations. Two
 * programs with the same digest judge by the same data.
 */
export function rulesetDigest(ruleset: Ruleset, sha256: Sha256): Promise<Digest> {
  const { rules, parameters, ...rest } = ruleset;
  const said = jsonOf({
    ...rest,
    parameters: parameters.map((name) => PARAMETERS[name]),
    rules: rules.map(({ id, title, purposes, cites, severity, details }) => ({
      id,
      title,
      purposes,
      cites,
      severity,
      details,
    })),
  });
  return digestOf(sha256, new TextEncoder().encode(canonicalJson(said)));
}
