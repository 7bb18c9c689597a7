/** A heading as spellings are listed: half-width, without blanks, line breaks, stars and colons, lower case. */
export const normaliseHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*:：、_]/gu, '')
    .toLowerCase();

const WHOSE = /^(?:学员|人员|本人|持证人员?|参训人员|参培人员|考生|申请人)(?=..)/;

/**
 * The forms in which a heading is looked up: as it is, then without what stands in brackets (发证日期(年-月-日)), without whose
 * it is (学员手机号), and the parts between strokes (身份证号/护照号).
 */
export function headingForms(text: string): readonly string[] {
  const whole = normaliseHeading(text);
  const bare = whole.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '') || whole;
  const parts = bare.split(/[/|]/).filter((part) => part !== '');
  return [...new Set([whole, bare, bare.replace(WHOSE, ''), ...(parts.length > 1 ? parts : [])])];
}

/** The column's name in Excel: A … Z, AA … */
export function columnLetter(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
