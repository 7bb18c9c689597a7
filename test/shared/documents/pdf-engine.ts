import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPdfCompiler, type PdfCompiler } from '../../../shared/engines/pdf-compiler';

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules');

export const fontBytes = (face: '400Regular' | '700Bold'): Uint8Array =>
  new Uint8Array(
    readFileSync(path.join(MODULES, '@expo-google-fonts/noto-serif-sc', face, `NotoSerifSC_${face}.ttf`)),
  );

/** The PDF engine as the command line starts it: the program's own assets, read from disk. */
export const nodePdfCompiler = (): Promise<PdfCompiler> =>
  createPdfCompiler({
    wasm: new WebAssembly.Module(
      readFileSync(path.join(MODULES, '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm')),
    ),
    fonts: [fontBytes('400Regular'), fontBytes('700Bold')],
  });
