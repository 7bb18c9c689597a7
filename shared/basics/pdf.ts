/** What a page may be given: JSON values and byte strings (pictures). Undefined members are left out. */
export type PageValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly PageValue[]
  | { readonly [key: string]: PageValue | undefined };

/** A page or document: Typst source that reads its data with `cbor("/data.cbor")`. A change of look is a new version. */
export interface PdfTemplate {
  readonly name: string;
  readonly version: number;
  readonly source: string;
}

/** A PDF to be made: what it looks like and what it shows. */
export interface PdfModel {
  readonly template: PdfTemplate;
  readonly data: PageValue;
  /** How many pages it will have, where that is known beforehand; at most 500. */
  readonly pages?: number;
}

/** A character that no font at hand can draw, and the text in which it stands. */
export interface MissingGlyph {
  readonly character: string;
  readonly text: string;
}

/** More pages than this are compiled in parts. */
export const PAGES_PER_COMPILE = 500;

/** What makes pages, whoever runs it. */
export interface PdfPrinter {
  /** A PDF of at most 500 pages; `pages` = how many it will have. The same template and data give the same bytes. */
  compile(template: PdfTemplate, data: PageValue, pages?: number): Uint8Array<ArrayBuffer>;
  /** Characters that would be drawn as an empty box. To be asked before compiling: nobody says so afterwards. */
  missing(texts: Iterable<string>): readonly MissingGlyph[];
}
