import type { Day } from '../basics/day';

/** A yes or no that the registrar answers for, with where it comes from. Unanswered is 'unknown', never 'no'. */
export interface Declaration {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** 依据: what was looked at (劳动合同, 社保记录, 本人承诺书 …). */
  readonly source?: string;
  readonly on?: Day;
}
