import { unzip } from '../../../shared/engines/unzip';
import { writeWorkbook } from '../../../shared/engines/write-workbook';
import { zip } from '../../../shared/engines/zip';
import type { MakePorts } from '../../../shared/package/make-package';
import { nodeSha256 } from '../documents/node-sha256';
import { nodePdfCompiler } from '../documents/pdf-engine';

/** The engines and Node's digest, as the command line has them. */
export const ports: MakePorts = {
  zip,
  unzip,
  sha256: nodeSha256,
  writeWorkbook,
  pdfPrinter: nodePdfCompiler,
};
