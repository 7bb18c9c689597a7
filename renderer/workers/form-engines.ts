import regularUrl from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url';
import wasmUrl from '@myriaddreamin/typst-ts-web-compiler/wasm?url';
import type { FormEngines } from '../../shared/documents/make-form';
import { createPdfCompiler, type PdfCompiler } from '../../shared/engines/pdf-compiler';
import { writeWorkbook } from '../../shared/engines/write-workbook';

const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`asset ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

let starting: Promise<PdfCompiler> | null = null;

/** The engines of this worker. That of PDFs is loaded when the first page is asked for: 30 MB of program and two fonts of 15 MB. */
export const formEngines: FormEngines = {
  writeWorkbook,
  pdfPrinter: () =>
    (starting ??= (async () => {
      const [wasm, regular, bold] = await Promise.all([bytesOf(wasmUrl), bytesOf(regularUrl), bytesOf(boldUrl)]);
      return createPdfCompiler({ wasm: await WebAssembly.compile(wasm), fonts: [regular, bold] });
    })()),
};

/** Whether the PDF engine of this worker has done its share, and the next job should have a new worker. */
export const isPdfPrinterSpent = async (): Promise<boolean> => (starting === null ? false : (await starting).spent);
