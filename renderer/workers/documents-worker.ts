import regularUrl from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url';
import boldUrl from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url';
import wasmUrl from '@myriaddreamin/typst-ts-web-compiler/wasm?url';
import { expose, transfer } from 'comlink';
import type { Result } from '../../shared/basics/result';
import type { WorkbookModel } from '../../shared/basics/workbook';
import type { HourCertificatePage } from '../../shared/documents/hour-certificate-page';
import { printEach, printTogether, unprintable } from '../../shared/documents/print-hour-certificates';
import { createPdfCompiler, type PdfCompiler } from '../../shared/engines/pdf-compiler';
import { qrPng } from '../../shared/engines/qr';
import { writeWorkbook } from '../../shared/engines/write-workbook';
import type { Problem } from '../../shared/problems/problem';

type Progress = (done: number, of: number) => void;
type Printed = Result<readonly Uint8Array<ArrayBuffer>[], readonly Problem[]>;

const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`asset ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

let starting: Promise<PdfCompiler> | null = null;

/** The PDF engine, loaded when the first page is asked for: 30 MB of program and two fonts of 15 MB. */
const compiler = (): Promise<PdfCompiler> =>
  (starting ??= (async () => {
    const [wasm, regular, bold] = await Promise.all([bytesOf(wasmUrl), bytesOf(regularUrl), bytesOf(boldUrl)]);
    return createPdfCompiler({ wasm: await WebAssembly.compile(wasm), fonts: [regular, bold] });
  })());

const withBuffers = (printed: Printed): Printed =>
  printed.ok ? transfer(printed, [...new Set(printed.value.map(({ buffer }) => buffer))]) : printed;

const documents = {
  async workbook(model: WorkbookModel): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await writeWorkbook(model);
    return transfer(bytes, [bytes.buffer]);
  },
  async unprintable(pages: readonly HourCertificatePage[]): Promise<readonly Problem[]> {
    return unprintable(await compiler(), pages);
  },
  async printEach(pages: readonly HourCertificatePage[], progress: Progress): Promise<Printed> {
    return withBuffers(printEach(await compiler(), qrPng, pages, progress));
  },
  async printTogether(pages: readonly HourCertificatePage[], progress: Progress): Promise<Printed> {
    return withBuffers(printTogether(await compiler(), qrPng, pages, progress));
  },
  /** Whether the engine has done its share and the next batch should have a new worker. */
  async spent(): Promise<boolean> {
    return starting === null ? false : (await starting).spent;
  },
};

export type DocumentsWorker = typeof documents;

expose(documents);
