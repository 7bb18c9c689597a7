import { PAGES_PER_COMPILE, type PdfPrinter } from '../basics/pdf';
import { fail, ok, type Result } from '../basics/result';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { glyphValues } from './glyph-values';
import { printedParts, type HourCertificatePage } from './hour-certificate-page';
import { HOUR_CERTIFICATE_TEMPLATE } from './hour-certificate-template';

/** The picture of a QR code as PNG. */
export type QrPicture = (text: string) => Uint8Array;
type Progress = (done: number, of: number) => void;

/**
 * Every character of the pages that no font can draw, with the people and the part of their pages that it stands in; empty when all
 * can be printed. The engine itself would draw a box and say nothing. A character in the course's title stops the whole class and is
 * one problem, not one per person.
 */
export function unprintable(
  printer: Pick<PdfPrinter, 'missing'>,
  pages: readonly HourCertificatePage[],
): readonly Problem[] {
  const found = new Map<string, { character: string; where: string; people: string[] }>();
  for (const page of pages) {
    for (const { where, texts } of printedParts(page)) {
      for (const character of new Set(printer.missing(texts).map((missing) => missing.character))) {
        const key = `${where}|${character}`;
        const known = found.get(key) ?? { character, where, people: [] };
        known.people.push(page.name);
        found.set(key, known);
      }
    }
  }
  return [...found.values()].map(({ character, where, people }) =>
    problem('glyph-missing', {
      people,
      where,
      ...glyphValues(character),
    }),
  );
}

/** One PDF per page, in order: what is stored with each record. Nothing is printed when any character is missing. */
export function printEach(
  printer: PdfPrinter,
  qr: QrPicture,
  pages: readonly HourCertificatePage[],
  progress: Progress = () => {},
): Result<readonly Uint8Array<ArrayBuffer>[], readonly Problem[]> {
  const problems = unprintable(printer, pages);
  if (problems.length > 0) return fail(problems);
  return ok(
    pages.map((page, i) => {
      const pdf = printer.compile(HOUR_CERTIFICATE_TEMPLATE, [{ ...page, qr: qr(page.qr) }]);
      progress(i + 1, pages.length);
      return pdf;
    }),
  );
}

/** All pages in as few PDFs as the engine allows (500 pages each), for the printer. */
export function printTogether(
  printer: PdfPrinter,
  qr: QrPicture,
  pages: readonly HourCertificatePage[],
  progress: Progress = () => {},
): Result<readonly Uint8Array<ArrayBuffer>[], readonly Problem[]> {
  const problems = unprintable(printer, pages);
  if (problems.length > 0) return fail(problems);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < pages.length; from += PAGES_PER_COMPILE) {
    const some = pages.slice(from, from + PAGES_PER_COMPILE);
    parts.push(
      printer.compile(
        HOUR_CERTIFICATE_TEMPLATE,
        some.map((page) => ({ ...page, qr: qr(page.qr) })),
        some.length,
      ),
    );
    progress(from + some.length, pages.length);
  }
  return ok(parts);
}
