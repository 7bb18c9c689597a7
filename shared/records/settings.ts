import type { Day } from '../basics/day';

/** A parameter that the institution confirmed or set, with what it rests on. Without one, the ruleset's value counts. */
export interface ParameterSetting {
  /** `${rulesetId}/${parameterId}` */
  readonly id: string;
  readonly ruleset: string;
  readonly parameter: string;
  readonly value: number | string | boolean;
  readonly source: string;
  readonly confirmedOn: Day;
}

/** How the columns of a file with this layout were read last time. */
export interface ColumnMapping {
  /** `${kind}/${layout}`: kind of file and fingerprint of its header. */
  readonly id: string;
  readonly kind: string;
  /** Our field → header text of the file. */
  readonly fields: { readonly [field: string]: string };
}
