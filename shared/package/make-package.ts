import { fail, ok, type Result } from '../basics/result';
import { digestOf, type Digest } from '../basics/sha256';
import { packageSelection } from '../commands/package-selection';
import type { Form, FormFile, IssuedPaper } from '../documents/form-kinds';
import { formModel } from '../documents/form-model';
import { FORMS } from '../documents/forms';
import { makeForm, type FormEngines } from '../documents/make-form';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { rulesetById } from '../regulation/rulesets';
import { packageFiles, type SealedRecord } from './build-package';
import { readPackage, type PackagePorts } from './read-package';
import { rulesetDigest } from './ruleset-digest';

/** The package's own ports, and the engines that make its forms. */
export interface MakePorts extends PackagePorts, FormEngines {}

export interface MakePackageInput {
  readonly record: SealedRecord;
  readonly facts: CourseFacts;
  /** Of the whole class, on record.judgedOn. */
  readonly judgements: readonly Judgement[];
  readonly certificates: readonly IssuedPaper[];
  /** Version of the program. */
  readonly program: string;
}

/** The bytes of a package, read back and accepted by the receiver's parser; digest and size complete the record. */
export interface MadePackage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
  readonly size: number;
}

/** Versions of the engines' packages: with the templates' they decide bytes. */
const ENGINES = { exceljs: '4.4.0', fflate: '0.8.3', typst: '0.8.0-rc3' } as const;

type Progress = (done: number, of: number) => void;

/**
 * Makes the whole package of a sealed record: forms, certificates, facts, findings, manifests, zip; then reads it back. The same input
 * gives the same bytes. Refuses an unknown ruleset, nobody to submit, and people or warnings that do not fit the judgements; of
 * characters that a form cannot print the first one is named.
 */
export async function makePackage(
  input: MakePackageInput,
  ports: MakePorts,
  progress: Progress = () => {},
  forms: readonly Form[] = FORMS,
): Promise<Result<MadePackage, Problem>> {
  const { record, facts, judgements, program } = input;
  const refusal = refusalOf(input);
  if (refusal) return fail(refusal);
  const ruleset = rulesetById(facts.course.ruleset)!;
  const steps = forms.filter(({ people }) => people !== 'per-certificate').length + 3;
  const made = await makeForms(forms, input, ports, (done) => progress(done, steps));
  if (!made.ok) return made;
  const { documents, templates } = made.value;
  const files = await packageFiles(
    {
      record,
      facts,
      judgements,
      documents,
      ruleset: { id: ruleset.id, version: ruleset.version, digest: await rulesetDigest(ruleset, ports.sha256) },
      madeBy: { xueshibu: program, ...ENGINES, ...templates },
    },
    ports.sha256,
  );
  progress(steps - 2, steps);
  const bytes = ports.zip(files, record.sealedOn);
  progress(steps - 1, steps);
  const back = await readPackage(bytes, ports);
  if (!back.ok) return back;
  // What others' packages are read with in spite of a defect is not written.
  const [defect] = back.value.notices;
  if (defect) return fail({ ...defect, level: 'error' });
  progress(steps, steps);
  return ok({ bytes, digest: await digestOf(ports.sha256, bytes), size: bytes.length });
}

/** The files of all forms, and the versions of the templates behind them. */
async function makeForms(
  forms: readonly Form[],
  input: MakePackageInput,
  ports: FormEngines,
  progress: (done: number) => void,
): Promise<
  Result<
    { readonly documents: readonly FormFile[]; readonly templates: { readonly [name: string]: string } },
    Problem
  >
> {
  const documents: FormFile[] = [];
  const templates: Record<string, string> = {};
  let done = 0;
  for (const form of forms) {
    if (form.people === 'per-certificate') {
      documents.push(...input.certificates.map(form.make));
      templates[form.template.name] = String(form.template.version);
      continue;
    }
    const model = formModel(form, input);
    const bytes = await makeForm(model, ports);
    if (!bytes.ok) return fail(bytes.error[0]!);
    documents.push({ path: form.path, title: form.title, bytes: bytes.value });
    if (model.kind === 'pdf') templates[model.pdf.template.name] = String(model.pdf.template.version);
    progress(++done);
  }
  return ok({ documents, templates });
}

function refusalOf({ record, facts, judgements }: MakePackageInput): Problem | null {
  if (!rulesetById(facts.course.ruleset))
    return problem('package-ruleset-unknown', { ruleset: facts.course.ruleset });
  if (record.people.length === 0) return problem('package-nobody', { leftOut: record.leftOut.length });
  const selection = packageSelection(facts, judgements);
  const fit = new Set(selection.people);
  const unfit = record.people.filter((id) => !fit.has(id));
  if (unfit.length > 0) return problem('package-unfit', { people: namesOf(facts, unfit) });
  const confirmed = new Set(record.confirmedWarnings.map(({ enrolmentId, rule }) => `${enrolmentId}|${rule}`));
  const going = new Set(record.people);
  const open = selection.warnings
    .filter(({ enrolmentId, rule }) => going.has(enrolmentId) && !confirmed.has(`${enrolmentId}|${rule}`))
    .map(({ enrolmentId }) => enrolmentId);
  return open.length > 0 ? problem('package-warning-unconfirmed', { people: namesOf(facts, open) }) : null;
}

function namesOf(facts: CourseFacts, ids: readonly SealedRecord['people'][number][]): readonly string[] {
  const wanted = new Set(ids);
  return facts.enrolments
    .filter(({ id }) => wanted.has(id))
    .map(({ personId }) => personThatCounts(facts.persons, personId)?.name ?? '');
}
