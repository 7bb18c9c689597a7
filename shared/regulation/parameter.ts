import type { Day } from '../basics/day';
import type { UsedParameter } from './finding';

export type ParameterValue = number | string | boolean;

/**
 * text = a Hubei text fixes the value; reading = the text leaves it open and this is our reading of it;
 * default = no text was found. Only the last two may be set by the institution.
 */
export type Basis = 'text' | 'reading' | 'default';

/** A value with the first day that it holds on, where it stands, and the day on which somebody last checked that. */
export interface DatedValue<T extends ParameterValue> {
  readonly from: Day;
  readonly value: T;
  readonly basis: Basis;
  readonly source: string;
  readonly lastChecked: Day;
}

/** One number, day or choice of the law, as dated data. */
export interface Parameter<T extends ParameterValue = ParameterValue> {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** In the order of their days; a later one replaces the earlier from its own day on. */
  readonly values: readonly DatedValue<T>[];
  /** For a choice: what may be chosen, with the words for the screen. */
  readonly options?: readonly { readonly value: T; readonly title: string }[];
  /** For a number: the whole numbers that make sense. */
  readonly range?: readonly [least: number, most: number];
}

/** A parameter as it holds on a day for an institution. */
export interface Used<T extends ParameterValue> extends UsedParameter {
  readonly value: T;
}

/** Literals become the wide type of their kind, so that every value of the parameter fits. */
type Wide<T extends ParameterValue> = T extends number ? number : T extends boolean ? boolean : T;

/** Declares a parameter. */
export const parameter = <T extends ParameterValue>(definition: Parameter<T>): Parameter<Wide<T>> =>
  definition as unknown as Parameter<Wide<T>>;
