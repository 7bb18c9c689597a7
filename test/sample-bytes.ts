import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, 'samples');

/** The bytes of a sample file, named from the samples' folder. */
export const sampleBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));

/** The text of a sample file. */
export const sampleText = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
