import { fail, ok, type Result } from '../../../shared/basics/result';
import { frozenPage, type HourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { HOUR_CERTIFICATE_TEMPLATE } from '../../../shared/documents/hour-certificate-template';
import { problem } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { JobControl } from '../../app/use-job';
import { useStoredFiles } from './use-stored-files';
import { certificatesText as text } from '../../text/certificates';
import { printCertificatesTogether } from '../../workers/documents-client';

/** What to do with pages: to the printer, or into a file. */
export type Output = 'print' | 'save';
type Done = Promise<Result<null, readonly Problem[]>>;

export interface PrintCertificates {
  /** Pages in as few PDFs as possible (500 pages each), in their order; several are numbered behind the name. */
  readonly pages: (pages: readonly HourCertificatePage[], name: string, output: Output, control: JobControl) => Done;
  /** Issued ones: one alone is exactly the stored file; several are set anew from what was frozen with them. */
  readonly issued: (
    certificates: readonly HourCertificate[],
    course: string,
    output: Output,
    control: JobControl,
  ) => Done;
}

/** Printing and saving 学时证明. */
export function usePrintCertificates(): PrintCertificates {
  const files = useStoredFiles();
  const put = async (name: string, bytes: Uint8Array, output: Output): Done => {
    const done = output === 'print' ? await files.print(name, bytes) : await files.save(name, 'pdf', bytes);
    return done.ok ? ok(null) : done;
  };

  const pages: PrintCertificates['pages'] = async (list, name, output, { signal, report }) => {
    const made = await printCertificatesTogether(list, {
      signal,
      onProgress: (done, of) => report(done, of, text.onePdf),
    });
    if (!made.ok) return made;
    for (const [i, bytes] of made.value.entries()) {
      const done = await put(name + text.part(i + 1, made.value.length), bytes, output);
      if (!done.ok) return done;
    }
    return ok(null);
  };

  const issued: PrintCertificates['issued'] = async (certificates, course, output, control) => {
    const [only, ...others] = certificates;
    if (only && others.length === 0) {
      const stored = await files.get(only.pdf, text.what(only.number));
      return stored.ok ? put(text.oneName(only.number, frozenPage(only).name), stored.value, output) : stored;
    }
    const old = certificates.filter((one) => frozenPage(one).template !== HOUR_CERTIFICATE_TEMPLATE.version);
    if (old.length > 0)
      return fail([problem('certificate-template-old', { numbers: old.map(({ number }) => number) })]);
    return pages(certificates.map(frozenPage), text.fileName(course), output, control);
  };
  return { pages, issued };
}
