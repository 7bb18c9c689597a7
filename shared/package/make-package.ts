import { fail, ok, type Result } from '../basics/result';
import { digestOf, type Digest } from '../basics/sha256';
import type { WorkbookModel } from '../basics/workbook';
import { packageSelection } from '../commands/package-selection';
import type { Problem } from '../problems/problem';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { HOUR_CERTIFICATE_TEMPLATE } from '../documents/hour-certificate-template';
import { rulesetById } from '../regulation/rulesets';
import { packageFiles, type PackageDocument, type SealedRecord } from './build-package';
import { packageForms } from './package-forms';
import { readPackage, type PackagePorts } from './read-package';
import { rulesetDigest } from './ruleset-digest';

export interface MakePorts extends PackagePorts {
  readonly writeWorkbook: (model: WorkbookModel) => Promise<Uint8Array>;
}

/** A 学时证明 already issued: its stored bytes go into the package as they are. */
export interface IssuedPdf {
  readonly number: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MakePackageInput {
  readonly record: SealedRecord;
  readonly facts: CourseFacts;
  /** Of the whole class, on record.judgedOn. */
  readonly judgements: readonly Judgement[];
  readonly certificates: readonly IssuedPdf[];
  /** Version of the program. */
  readonly program: string;
}

/** The bytes of a package, read back and accepted by the receiver's parser; digest and size complete the record. */
export interface MadePackage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Digest;
  readonly size: number;
}

/** Versions that decide bytes: the engines' packages and our own templates. */
const ENGINES = { exceljs: '4.4.0', fflate: '0.8.3', typst: '0.8.0-rc3' } as const;

/**
 * Makes the whole package of a sealed record: forms, certificates, facts, findings, manifests, zip; then reads it back. The same input
 * gives the same bytes. Refuses an unknown ruleset, nobody to submit, and people or warnings that do not fit the judgements.
 */
export async function makePackage(
  input: MakePackageInput,
  ports: MakePorts,
  progress: (done: number, of: number) => void = () => {},
): Promise<Result<MadePackage, Problem>> {
  const { record, facts, judgements, certificates, program } = input;
  const refusal = refusalOf(input);
  if (refusal) return fail(refusal);
  const ruleset = rulesetById(facts.course.ruleset)!;
  const forms = packageForms(record, facts, judgements);
  const steps = forms.length + 3;
  const documents: PackageDocument[] = [];
  for (const { path, title, model } of forms) {
    documents.push({ path, title, bytes: await ports.writeWorkbook(model) });
    progress(documents.length, steps);
  }
  certificates.forEach(({ number, name, bytes }, i) => {
    documents.push({
      path: `data/forms/hour-certificates/${String(i + 1).padStart(4, '0')}.pdf`,
      title: `继续教育学时证明 ${number} ${name}`,
      bytes,
    });
  });
  const files = await packageFiles(
    {
      record,
      facts,
      judgements,
      documents,
      ruleset: { id: ruleset.id, version: ruleset.version, digest: await rulesetDigest(ruleset, ports.sha256) },
      madeBy: {
        xueshibu: program,
        ...ENGINES,
        [HOUR_CERTIFICATE_TEMPLATE.name]: String(HOUR_CERTIFICATE_TEMPLATE.version),
      },
    },
    ports.sha256,
  );
  progress(forms.length + 1, steps);
  const bytes = ports.zip(files, record.sealedOn);
  progress(forms.length + 2, steps);
  const back = await readPackage(bytes, ports);
  if (!back.ok) return back;
  progress(steps, steps);
  return ok({ bytes, digest: await digestOf(ports.sha256, bytes), size: bytes.length });
}

function refusalOf({ record, facts, judgements }: MakePackageInput): Problem | null {
  const error = (code: string, values: NonNullable<Problem['values']>): Problem => ({ code, level: 'error', values });
  if (!rulesetById(facts.course.ruleset)) return error('package-ruleset-unknown', { ruleset: facts.course.ruleset });
  if (record.people.length === 0) return error('package-nobody', { leftOut: record.leftOut.length });
  const selection = packageSelection(facts, judgements);
  const fit = new Set(selection.people);
  const unfit = record.people.filter((id) => !fit.has(id));
  if (unfit.length > 0) return error('package-unfit', { people: namesOf(facts, unfit) });
  const confirmed = new Set(record.confirmedWarnings.map(({ enrolmentId, rule }) => `${enrolmentId}|${rule}`));
  const going = new Set(record.people);
  const open = selection.warnings
    .filter(({ enrolmentId, rule }) => going.has(enrolmentId) && !confirmed.has(`${enrolmentId}|${rule}`))
    .map(({ enrolmentId }) => enrolmentId);
  return open.length > 0 ? error('package-warning-unconfirmed', { people: namesOf(facts, open) }) : null;
}

function namesOf(facts: CourseFacts, ids: readonly SealedRecord['people'][number][]): readonly string[] {
  const wanted = new Set(ids);
  return facts.enrolments
    .filter(({ id }) => wanted.has(id))
    .map(({ personId }) => personThatCounts(facts.persons, personId)?.name ?? '');
}
