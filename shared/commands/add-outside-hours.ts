import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { checkOutsideHours } from '../records/check-outside-hours';
import type { OutsideHoursId } from '../records/ids';
import type { OutsideHours } from '../records/outside-hours';
import { change, conclude, refuse, type Correction } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export type OutsideHoursEntry = Omit<OutsideHours, 'id'>;
export interface AddOutsideHoursInput extends Pick<Correction, 'reason' | 'parents'> {
  /** One form or a whole file. */
  readonly entries: readonly OutsideHoursEntry[];
}

/** What is known of the certificates that the hours belong to. */
export interface OutsideHoursSlice extends Pick<PeopleSlice, 'certificates'> {
  readonly outsideHours: readonly OutsideHours[];
}

/**
 * Online hours (线上学时) or earlier hours (往年学时) with their source. An item equal in every member to a recorded one is
 * the same item and writes nothing, so a file can be brought in twice.
 */
export function addOutsideHours(
  { certificates, outsideHours }: OutsideHoursSlice,
  { entries, reason, parents }: AddOutsideHoursInput,
  ctx: CommandContext,
): CommandResult {
  if (entries.length === 0) return refuse('outside-hours-empty');
  const known = [...outsideHours];
  const problems: Problem[] = [];
  const changes: Change[] = [];
  for (const [i, entry] of entries.entries()) {
    const item = present({ ...entry, source: entry.source.trim() });
    problems.push(
      ...checkOutsideHours(
        { ...item, id: '' as OutsideHoursId },
        certificates.get(item.certificateId),
        i + 1,
        ctx.today,
      ),
    );
    if (known.some(({ id: _id, ...recorded }) => sameValue(recorded, item))) continue;
    const added: OutsideHours = { id: ctx.newId() as OutsideHoursId, ...item };
    known.push(added);
    changes.push(change('outsideHours', null, added));
  }
  return conclude({
    kind: 'outside-hours.add',
    changes,
    problems,
    reason,
    parents,
    nothing: problem('nothing-to-import', { rows: entries.length }),
  });
}

/** Without members that hold undefined, which have no JSON form. */
const present = (entry: OutsideHoursEntry): OutsideHoursEntry =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as OutsideHoursEntry;
