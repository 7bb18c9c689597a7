import type { Enrolment } from '../records/enrolment';
import type { SessionId } from '../records/ids';
import { creditLines, type CreditParameters, type CreditSource } from './credits';

/** How many active people lack a mark, by session; sessions in which nobody does are not listed. Sessions to come count too. */
export type OpenMarks = ReadonlyMap<SessionId, number>;

/** The sessions in which an enrolment lacks a mark; none when it is not active. */
export function openSessionsOf(
  source: CreditSource,
  enrolment: Enrolment,
  parameters: CreditParameters,
): readonly SessionId[] {
  if (enrolment.status.kind !== 'active') return [];
  return creditLines(source, enrolment, parameters).flatMap(({ state, session }) =>
    state === 'unrecorded' ? [session.id] : [],
  );
}

/** The open marks of a whole course. */
export function openMarks(source: CreditSource, parameters: CreditParameters): OpenMarks {
  const open = new Map<SessionId, number>();
  for (const enrolment of source.enrolments)
    for (const id of openSessionsOf(source, enrolment, parameters)) open.set(id, (open.get(id) ?? 0) + 1);
  return open;
}
