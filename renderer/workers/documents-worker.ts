import { expose, transfer } from 'comlink';
import type { Result } from '../../shared/basics/result';
import type { FormModel } from '../../shared/documents/form-model';
import type { HourCertificatePage } from '../../shared/documents/hour-certificate-page';
import { makeForm } from '../../shared/documents/make-form';
import { printEach, printTogether, unprintable } from '../../shared/documents/print-hour-certificates';
import { qrPng } from '../../shared/engines/qr';
import type { Problem } from '../../shared/problems/problem';
import { formEngines, isPdfPrinterSpent } from './form-engines';

type Progress = (done: number, of: number) => void;
type Printed = Result<readonly Uint8Array<ArrayBuffer>[], readonly Problem[]>;

const withBuffers = (printed: Printed): Printed =>
  printed.ok ? transfer(printed, [...new Set(printed.value.map(({ buffer }) => buffer))]) : printed;

const documents = {
  async make(model: FormModel): Promise<Result<Uint8Array<ArrayBuffer>, readonly Problem[]>> {
    const made = await makeForm(model, formEngines);
    return made.ok ? transfer(made, [made.value.buffer]) : made;
  },
  async unprintable(pages: readonly HourCertificatePage[]): Promise<readonly Problem[]> {
    return unprintable(await formEngines.pdfPrinter(), pages);
  },
  async printEach(pages: readonly HourCertificatePage[], progress: Progress): Promise<Printed> {
    return withBuffers(printEach(await formEngines.pdfPrinter(), qrPng, pages, progress));
  },
  async printTogether(pages: readonly HourCertificatePage[], progress: Progress): Promise<Printed> {
    return withBuffers(printTogether(await formEngines.pdfPrinter(), qrPng, pages, progress));
  },
  /** Whether the engine has done its share and the next batch should have a new worker. */
  spent: isPdfPrinterSpent,
};

export type DocumentsWorker = typeof documents;

expose(documents);
