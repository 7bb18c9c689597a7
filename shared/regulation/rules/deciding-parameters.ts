import { missedMinutes, type CreditLine } from '../credits';
import type { UsedParameter } from '../finding';
import type { ParameterValues } from '../parameters-on';
import type { Subject } from '../subject';

const NONE: readonly never[] = [];

/** The parameters behind the credit of some lessons: minutes per period and tolerance decide only where minutes were missed. */
export const creditingParameters = (
  lines: readonly CreditLine[],
  { minutesPerPeriod, tolerance }: ParameterValues,
): readonly UsedParameter[] => (lines.some(missedMinutes) ? [minutesPerPeriod, tolerance] : NONE);

/** The parameters behind the sums of CE years: crediting where minutes were missed, the convention beside an anniversary. */
export function yearParameters({ ledger, on, context }: Subject): readonly UsedParameter[] {
  const { minutesPerPeriod, tolerance, ceConvention } = context.parameters;
  let missed = false;
  let near = ledger.isNearAnniversary(on);
  for (const entry of ledger.entries.values()) {
    missed ||= entry.missedMinutes;
    near ||= entry.nearAnniversary;
  }
  if (!missed && !near) return NONE;
  return [...(missed ? [minutesPerPeriod, tolerance] : NONE), ...(near ? [ceConvention] : NONE)];
}
