import { assertNever } from '../basics/assert-never';
import type { Instant } from '../basics/instant';
import type { PdfModel } from '../basics/pdf';
import type { WorkbookModel } from '../basics/workbook';
import type { PackageRecord } from '../records/package-record';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import type { FormInput } from './form';
import type { ClassForm, PeopleOfClass } from './form-kinds';
import { printedPages } from './sheet-pages';

/** A form that is made, as plain data for the engine of its kind. */
export type FormModel =
  | { readonly kind: 'xlsx'; readonly workbook: WorkbookModel }
  | { readonly kind: 'pdf'; readonly title: string; readonly pdf: PdfModel };

/** What the forms show of a package's record. */
export type FormRecord = Pick<PackageRecord, 'people' | 'sealedOn' | 'number' | 'version' | 'confirmedWarnings'>;

/** What the forms of a class are made from. */
export interface FormSource {
  readonly record: FormRecord;
  readonly facts: CourseFacts;
  /** Of the whole class. */
  readonly judgements: readonly Judgement[];
}

/** Makes a form about the people that it is about. The same source gives the same model. */
export function formModel(form: ClassForm, source: FormSource): FormModel {
  const input = inputOf(form.people, source);
  switch (form.kind) {
    case 'xlsx':
      return { kind: 'xlsx', workbook: form.make(input) };
    case 'pdf':
      return { kind: 'pdf', title: form.title, pdf: form.make(input) };
    default:
      return assertNever(form);
  }
}

/** How many pages a form has when it is printed; null where only the engine finds out. */
export function formPages(model: FormModel): number | null {
  switch (model.kind) {
    case 'xlsx':
      return printedPages(model.workbook.sheets);
    case 'pdf':
      return model.pdf.pages ?? null;
    default:
      return assertNever(model);
  }
}

function inputOf(people: PeopleOfClass, { record, facts, judgements }: FormSource): FormInput {
  return {
    facts,
    judgements: judgedOf(people, record, judgements),
    created: `${record.sealedOn}T00:00:00.000Z` as Instant,
    packageNumber: `${record.number} 第 ${record.version} 版`,
    confirmedWarnings: record.confirmedWarnings,
  };
}

function judgedOf(people: PeopleOfClass, record: FormRecord, judgements: readonly Judgement[]): readonly Judgement[] {
  switch (people) {
    case 'submitted': {
      const going = new Set(record.people);
      return judgements.filter(({ enrolmentId }) => going.has(enrolmentId));
    }
    case 'left-out':
    case 'whole-class':
      return judgements;
    default:
      return assertNever(people);
  }
}
