import { assertNever } from '../basics/assert-never';
import type { PageValue, PdfPrinter } from '../basics/pdf';
import type { PrintedWorkbook } from '../basics/printed-workbook';
import { fail, ok, type Result } from '../basics/result';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { FormModel } from './form-model';
import { glyphValues } from './glyph-values';
import { layOutWorkbook } from './lay-out-workbook';

/** The engines that make forms, whoever runs them. */
export interface FormEngines {
  readonly writeWorkbook: (workbook: PrintedWorkbook) => Promise<Uint8Array<ArrayBuffer>>;
  /** Started when the first PDF is asked for. */
  readonly pdfPrinter: () => Promise<PdfPrinter>;
}

/**
 * The bytes of a form from the engine of its kind; the same model gives the same bytes. Characters that no font can draw are problems
 * ('form-glyph-missing'), and then nothing is made. Throws what the engine throws.
 */
export async function makeForm(
  model: FormModel,
  engines: FormEngines,
): Promise<Result<Uint8Array<ArrayBuffer>, readonly Problem[]>> {
  switch (model.kind) {
    case 'xlsx':
      return ok(await engines.writeWorkbook(layOutWorkbook(model.workbook)));
    case 'pdf': {
      const printer = await engines.pdfPrinter();
      const { template, data, pages } = model.pdf;
      const missing = new Set(printer.missing(textsOf(data)).map(({ character }) => character));
      if (missing.size > 0)
        return fail(
          [...missing].map((character) =>
            problem('form-glyph-missing', { form: model.title, ...glyphValues(character) }),
          ),
        );
      return ok(printer.compile(template, data, pages));
    }
    default:
      return assertNever(model);
  }
}

/** Every text of a page's data. */
function textsOf(data: PageValue | undefined): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return [];
  return Object.values<PageValue | undefined>(data).flatMap(textsOf);
}
