import type { Enrolment } from './enrolment';
import type { EnrolmentId } from './ids';

/** One for all facts with the same list: every key in a register of thousands asks for it. */
const known = new WeakMap<readonly Enrolment[], ReadonlyMap<EnrolmentId, Enrolment>>();

/** Enrolments by id, worked out once per list. */
export function enrolmentsById({
  enrolments,
}: {
  readonly enrolments: readonly Enrolment[];
}): ReadonlyMap<EnrolmentId, Enrolment> {
  let found = known.get(enrolments);
  if (!found) known.set(enrolments, (found = new Map(enrolments.map((enrolment) => [enrolment.id, enrolment]))));
  return found;
}
