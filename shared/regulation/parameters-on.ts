import type { Day } from '../basics/day';
import type { ParameterSetting } from '../records/settings';
import type { Parameter, ParameterValue, Used } from './parameter';
import { PARAMETERS, type ParameterName } from './parameters';

type ValueOf<P> = P extends Parameter<infer T> ? T : never;

/** Every parameter of a ruleset as it holds for a course: `values.totalPeriods.value`, and where that comes from. */
export type ParameterValues = { readonly [Name in ParameterName]: Used<ValueOf<(typeof PARAMETERS)[Name]>> };

const NAMES = Object.keys(PARAMETERS) as ParameterName[];

/** The parameter with an id such as 'pass-mark', or null. */
export const parameterById = (id: string): Parameter | null =>
  (Object.values(PARAMETERS) as Parameter[]).find((parameter) => parameter.id === id) ?? null;

const valueOn = (parameter: Parameter, on: Day) => parameter.values.findLast((value) => value.from <= on) ?? null;

/** Whether the institution may confirm or set it: no Hubei text fixes its value on that day. */
export const isSettable = (parameter: Parameter, on: Day): boolean => {
  const value = valueOn(parameter, on);
  return value !== null && value.basis !== 'text';
};

/** Whether a value makes sense for the parameter: one of its options, or a whole number in its range. */
export const isValueOf = (parameter: Parameter, value: ParameterValue): boolean =>
  parameter.options
    ? parameter.options.some((option) => option.value === value)
    : typeof value === 'number' &&
      Number.isInteger(value) &&
      (!parameter.range || (value >= parameter.range[0] && value <= parameter.range[1]));

/**
 * What every parameter is on a day for an institution. A setting counts only where no text fixes the value; confirmed
 * says whether a text or the institution stands behind it. Throws when the day lies before the first value or a stored
 * setting makes no sense: both are refused before they can be stored.
 */
export function parametersOn(
  ruleset: { readonly id: string },
  settings: readonly ParameterSetting[],
  on: Day,
): ParameterValues {
  const values: { [name: string]: Used<ParameterValue> } = {};
  for (const name of NAMES) {
    const parameter: Parameter = PARAMETERS[name] as Parameter;
    const dated = valueOn(parameter, on);
    if (!dated) throw new RangeError(`parameter ${parameter.id} has no value on ${on}`);
    const setting =
      dated.basis === 'text'
        ? undefined
        : settings.find((s) => s.ruleset === ruleset.id && s.parameter === parameter.id);
    if (setting && !isValueOf(parameter, setting.value))
      throw new RangeError(`setting ${setting.id}: ${String(setting.value)}`);
    values[name] = {
      id: parameter.id,
      title: parameter.title,
      value: setting ? setting.value : dated.value,
      unit: parameter.unit,
      since: setting ? setting.confirmedOn : dated.from,
      source: setting ? setting.source : dated.source,
      confirmed: dated.basis === 'text' || setting !== undefined,
    };
  }
  return values as unknown as ParameterValues;
}
