import init, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { PAGES_PER_COMPILE, type PageValue, type PdfPrinter, type PdfTemplate } from '../basics/pdf';
import { cbor } from './cbor';
import { withFixedFunctions } from './fixed-functions';
import { fontCoverage, missingGlyphs, type CoveredFaces } from './font-coverage';

/** The engine never gives memory back: after so many pages it is cheaper to start a new one. */
const PAGES_PER_ENGINE = 5_000;
const HEAP_PER_ENGINE = 512 * 1024 ** 2;

/** What the host brings: nothing is fetched here. Fonts are whole font files; every page needs all of `fonts`. */
export interface PdfAssets {
  readonly wasm: WebAssembly.Module;
  readonly fonts: readonly Uint8Array[];
  /** Fonts asked only for characters that the others lack. */
  readonly fallbackFonts?: readonly Uint8Array[];
}

/** The compiler refused a template or broke; `broken` means that this engine must not be used again. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  constructor(
    message: string,
    readonly broken: boolean,
  ) {
    super(message);
  }
}

/**
 * Typst in WebAssembly, one per worker. More than about 1,000 pictures in one compile overflow the engine's stack, hence at
 * most 500 pages each. compile throws PdfError.
 */
export interface PdfCompiler extends PdfPrinter {
  /** True when this engine has done its pages or broke, and a new worker should take over. */
  readonly spent: boolean;
}

interface Diagnostic {
  readonly severity: string;
  readonly message: string;
  readonly range: string;
}

/** Starts the engine: about 0.3 s, 90 MB of memory. Needs 'wasm-unsafe-eval' where a policy is in force, nothing more. */
export async function createPdfCompiler(assets: PdfAssets): Promise<PdfCompiler> {
  const { memory } = await init({ module_or_path: assets.wasm });
  const builder = withFixedFunctions(() => {
    const started = new TypstCompilerBuilder();
    started.set_dummy_access_model();
    return started;
  });
  const fallback = assets.fallbackFonts ?? [];
  for (const font of [...assets.fonts, ...fallback]) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const faces: CoveredFaces = { main: assets.fonts.map(fontCoverage), fallback: fallback.map(fontCoverage) };

  let pagesDone = 0;
  let isBroken = false;
  return {
    get spent() {
      return isBroken || pagesDone >= PAGES_PER_ENGINE || memory.buffer.byteLength > HEAP_PER_ENGINE;
    },
    missing: (texts) => missingGlyphs(faces, texts),
    compile(template, data, pages = 1) {
      if (isBroken) throw new PdfError('this engine broke before', true);
      if (pages > PAGES_PER_COMPILE) throw new RangeError(`${pages} pages in one compile`);
      pagesDone += pages;
      try {
        return compileOnce(compiler, template, data);
      } catch (error) {
        isBroken = !(error instanceof PdfError);
        throw isBroken ? new PdfError(String(error), true) : error;
      }
    },
  };
}

function compileOnce(compiler: TypstCompiler, template: PdfTemplate, data: PageValue): Uint8Array<ArrayBuffer> {
  const main = `/${template.name}.typ`;
  compiler.add_source(main, template.source);
  compiler.map_shadow('/data.cbor', cbor(data));
  const outcome = compiler.compile(main, undefined, 'pdf', 3) as {
    readonly result?: Uint8Array<ArrayBuffer>;
    readonly diagnostics?: readonly Diagnostic[];
  };
  if (!outcome.result) {
    const first = outcome.diagnostics?.find(({ severity }) => severity === 'error');
    throw new PdfError(`${main} ${first?.range ?? ''} ${first?.message ?? 'no result'}`, false);
  }
  return outcome.result;
}
