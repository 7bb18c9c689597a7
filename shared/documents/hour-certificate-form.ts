import type { CertificateForm, FormFile } from './form-kinds';
import { HOUR_CERTIFICATE_TEMPLATE } from './hour-certificate-template';

const FOLDER = 'data/forms/hour-certificates';
const TITLE = '继续教育学时证明';

/** 继续教育学时证明: one file per certificate, 0001.pdf and on in the order of the package; the stored bytes go in as they are. */
export const HOUR_CERTIFICATE_FORM: CertificateForm = {
  path: FOLDER,
  title: TITLE,
  kind: 'pdf',
  people: 'per-certificate',
  template: HOUR_CERTIFICATE_TEMPLATE,
  make: ({ number, name, bytes }, place) => ({
    path: `${FOLDER}/${String(place + 1).padStart(4, '0')}.pdf`,
    title: `${TITLE} ${number} ${name}`,
    bytes,
  }),
};

/** The numbers of the hour certificates among the files of a package, from the titles that its index shows. */
export const certificateNumbers = (files: readonly Pick<FormFile, 'path' | 'title'>[]): readonly string[] =>
  files.filter(({ path }) => path.startsWith(`${FOLDER}/`)).map(({ title }) => title.split(' ')[1] ?? '');
