import { day, object, oneOf, optional, text, type Infer } from './describe';

export const declaration = object({
  answer: oneOf('yes', 'no', 'unknown'),
  /** 依据: what was looked at (劳动合同, 社保记录, 本人承诺书 …). */
  source: optional(text),
  on: optional(day),
});

/** A yes or no that the registrar answers for, with where it comes from. Unanswered is 'unknown', never 'no'. */
export interface Declaration extends Infer<typeof declaration> {}
