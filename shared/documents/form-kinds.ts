import type { PdfModel, PdfTemplate } from '../basics/pdf';
import type { WorkbookModel } from '../basics/workbook';
import type { FormInput } from './form';

/**
 * Which people of a class a form is about: those who are submitted; those who stay out, and those who go in with a warning (such a form
 * is given the whole class and parts it); or everybody who was judged.
 */
export type PeopleOfClass = 'submitted' | 'left-out' | 'whole-class';

interface ClassFormOf<Kind, Model> {
  /** Where it lies in a package. */
  readonly path: string;
  readonly title: string;
  readonly kind: Kind;
  readonly people: PeopleOfClass;
  readonly make: (input: FormInput) => Model;
}
export type WorkbookForm = ClassFormOf<'xlsx', WorkbookModel>;
export type PdfForm = ClassFormOf<'pdf', PdfModel>;

/** A form about a class, made from the records whenever it is asked for. */
export type ClassForm = WorkbookForm | PdfForm;

/** A paper that was issued to one person, with its bytes as they were stored then. */
export interface IssuedPaper {
  readonly number: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of a package, with the title that the index shows. */
export interface FormFile {
  readonly path: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** A form of which everybody has a paper of his own. It was made when it was issued; here it only gets its place. */
export interface CertificateForm {
  /** The folder of its papers in a package. */
  readonly path: string;
  readonly title: string;
  readonly kind: 'pdf';
  readonly people: 'per-certificate';
  /** What new ones are printed with. */
  readonly template: PdfTemplate;
  readonly make: (issued: IssuedPaper, place: number) => FormFile;
}

export type Form = ClassForm | CertificateForm;
