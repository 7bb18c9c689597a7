import { problem } from '../problems/catalogue';
import type { OutsideHoursId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface RemoveOutsideHoursInput extends Correction {
  readonly ids: readonly OutsideHoursId[];
}

/** Takes online or earlier hours out, with the CE year chosen for them; needs a reason. */
export function removeOutsideHours(
  { outsideHours, ceYearChoices }: Pick<CourseFacts, 'outsideHours' | 'ceYearChoices'>,
  { ids, reason, parents }: RemoveOutsideHoursInput,
  _ctx: CommandContext,
): CommandResult {
  const wanted = new Set(ids);
  const found = outsideHours.filter(({ id }) => wanted.has(id));
  const problems: Objection[] = [...needsReason(reason, '删除线上或往年学时')];
  if (found.length < wanted.size)
    problems.push(problem('outside-hours-unknown', { count: wanted.size - found.length }));
  return conclude({
    kind: 'outside-hours.remove',
    changes: [
      ...found.map((item) => change('outsideHours', item, null)),
      ...ceYearChoices
        .filter(({ target }) => 'outsideHours' in target && wanted.has(target.outsideHours))
        .map((choice) => change('ceYearChoices', choice, null)),
    ],
    problems,
    reason,
    parents,
  });
}
