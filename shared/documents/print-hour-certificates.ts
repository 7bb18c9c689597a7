import { PAGES_PER_COMPILE, type PdfPrinter } from '../basics/pdf';
import { fail, ok, type Result } from '../basics/result';
import type { Problem } from '../problems/problem';
import { textsOf, type HourCertificatePage } from './hour-certificate-page';
import { HOUR_CERTIFICATE_TEMPLATE } from './hour-certificate-template';

/** The picture of a QR code as PNG. */
export type QrPicture = (text: string) => Uint8Array;
type Progress = (done: number, of: number) => void;

/**
 * Every character of the pages that no font can draw, with the person and the page's number; empty when all can be
 * printed. The engine itself would draw a box and say nothing.
 */
export function unprintable(
  printer: Pick<PdfPrinter, 'missing'>,
  pages: readonly HourCertificatePage[],
): readonly Problem[] {
  return pages.flatMap((page) => {
    const characters = [...new Set(printer.missing(textsOf(page)).map(({ character }) => character))];
    return characters.map((character): Problem => ({
      code: 'glyph-missing',
      level: 'error',
      values: { name: page.name, number: page.number, character, codePoint: codePointText(character) },
    }));
  });
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

const codePointText = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
