import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { day } from '../../shared/basics/day';
import { certificateYears, hourCertificatePage } from '../../shared/documents/hour-certificate-page';
import { printEach, printTogether } from '../../shared/documents/print-hour-certificates';
import { createPdfCompiler } from '../../shared/engines/pdf-compiler';
import { qrPng } from '../../shared/engines/qr';
import { judgeCourse } from '../../shared/regulation/evaluate';
import { nodeSha256 } from './journal-folder';
import { madeUpCourse } from './judging';

const CERTIFICATES = 1000;
const EACH = 100;
const ON = day('2026-03-20');

/** The benchmark runs in the project's folder. */
const asset = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.resolve('node_modules', name)));

export interface CertificateFigures {
  /** Milliseconds for 1,000 certificates in PDFs of 500 pages, the engine's start and its codes included. */
  readonly together: number;
  readonly togetherCpu: number;
  /** Milliseconds for one more PDF of one page, as each person gets it. */
  readonly each: number;
}

/** Sets 1,000 学时证明 as the program does, in Node instead of a worker. */
export async function measureCertificates(): Promise<CertificateFigures> {
  const facts = madeUpCourse(1, CERTIFICATES);
  const pages = await Promise.all(
    judgeCourse(facts, ON).map((judgement, i) => {
      const [ceYear = null] = certificateYears(facts, judgement);
      const number = `JC-2026-1-${String(i + 1).padStart(4, '0')}`;
      return hourCertificatePage(
        facts,
        judgement,
        { enrolmentId: judgement.enrolmentId, ceYear, number, issuedOn: ON },
        nodeSha256,
      );
    }),
  );
  const cpu = process.cpuUsage();
  const began = performance.now();
  const wasm = asset('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm');
  const printer = await createPdfCompiler({
    wasm: await WebAssembly.compile(wasm),
    fonts: ['400Regular', '700Bold'].map((face) =>
      asset(`@expo-google-fonts/noto-serif-sc/${face}/NotoSerifSC_${face}.ttf`),
    ),
  });
  const printed = printTogether(printer, qrPng, pages);
  const together = performance.now() - began;
  const used = process.cpuUsage(cpu);
  const beganEach = performance.now();
  const single = printEach(printer, qrPng, pages.slice(0, EACH));
  const each = (performance.now() - beganEach) / EACH;
  if (!printed.ok || !single.ok) throw new Error('the certificates cannot be printed');
  return { together, togetherCpu: (used.user + used.system) / 1000, each };
}
