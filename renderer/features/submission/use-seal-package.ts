import { yearOf } from '../../../shared/basics/day';
import { fail, ok, type Result } from '../../../shared/basics/result';
import { nextPackage, type NextPackage } from '../../../shared/commands/document-numbers';
import { packageSelection } from '../../../shared/commands/package-selection';
import { sealPackage } from '../../../shared/commands/seal-package';
import type { IssuedPaper } from '../../../shared/documents/form-kinds';
import { frozenPage } from '../../../shared/documents/hour-certificate-page';
import type { SealedRecord } from '../../../shared/package/build-package';
import { standingCertificates } from '../../../shared/package/package-difference';
import { packageFileName } from '../../../shared/package/package-format';
import { problem } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { PackageId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { useAppInfo } from '../../app/app-info';
import type { JobControl } from '../../app/use-job';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { useIssuedRecords } from '../../data/use-issued-records';
import { useCommit } from '../../data/use-store';
import { commandContext } from '../../platform/clock';
import { submissionText as text } from '../../text/submission';
import { buildPackage } from '../../workers/package-client';

export interface SealInput {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  readonly issued: readonly HourCertificate[];
  readonly confirmed: PackageRecord['confirmedWarnings'];
}

/** A package that is built, read back, stored and in the journal. */
export interface Sealed {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
type Sealing = Promise<Result<Sealed, readonly Problem[]>>;

export interface SealPackage {
  /** What the next package of the course would be called. */
  readonly next: (facts: CourseFacts) => Promise<NextPackage>;
  /** All of it or nothing: until the journal has the entry, there is no package. */
  readonly seal: (input: SealInput, control: JobControl) => Sealing;
}

/** Makes and seals 报审材料包. When the records change meanwhile, nothing is sealed. */
export function useSealPackage(): SealPackage {
  const commit = useCommit();
  const records = useIssuedRecords();
  const files = useStoredFiles();
  const info = useAppInfo();

  const next = async ({ institution, course }: CourseFacts): Promise<NextPackage> =>
    nextPackage(institution?.numberPrefix ?? '', yearOf(commandContext().today), course.id, await records.packages());

  const readCertificates = async (
    { facts, judgements, issued }: SealInput,
    { signal, report }: JobControl,
  ): Promise<Result<readonly IssuedPaper[], readonly Problem[]>> => {
    const standing = standingCertificates(packageSelection(facts, judgements).people, issued);
    const found: IssuedPaper[] = [];
    for (const [i, certificate] of standing.entries()) {
      if (signal.aborted) return fail([problem('print-cancelled')]);
      const bytes = await files.get(certificate.pdf, text.certificateFile(certificate.number));
      if (!bytes.ok) return bytes;
      found.push({ number: certificate.number, name: frozenPage(certificate).name, bytes: bytes.value });
      report(i + 1, standing.length, text.reading);
    }
    return ok(found);
  };

  const seal = async (input: SealInput, control: JobControl): Sealing => {
    const { facts, judgements, confirmed } = input;
    const { signal, report } = control;
    const { today, newId } = commandContext();
    const { number, version, previous } = await next(facts);
    const { people, leftOut } = packageSelection(facts, judgements);
    const record: SealedRecord = {
      id: newId() as PackageId,
      courseId: facts.course.id,
      number,
      version,
      sealedOn: today,
      judgedOn: judgements[0]?.on ?? today,
      people,
      leftOut,
      confirmedWarnings: confirmed,
      heads: await records.journalHeads(),
      fileName: packageFileName(facts.institution?.name ?? '', facts.course.title, version, today),
      ...(previous && { previous }),
    };
    const certificates = await readCertificates(input, control);
    if (!certificates.ok) return certificates;
    const made = await buildPackage(
      { record, facts, judgements, certificates: certificates.value, program: info?.version ?? '' },
      { signal, onProgress: (done, of) => report(done, of, text.building) },
    );
    if (!made.ok) return fail([made.error]);
    const { bytes, digest, size } = made.value;
    report(size, size, text.storing);
    const stored = await files.put(bytes);
    if (!stored.ok) return stored;
    const back = await files.get(stored.value, record.fileName);
    if (!back.ok) return back;
    if (stored.value !== digest) return fail([problem('package-failed')]);
    if (signal.aborted) return fail([problem('print-cancelled')]);
    if (!records.isCurrent(facts)) return fail([problem('records-changed')]);
    const { id: _, courseId: __, sealedOn: ___, ...built } = record;
    const intent = sealPackage(
      facts,
      { package: { ...built, zip: digest, size }, judgements, packages: await records.packages() },
      commandContext(),
    );
    if (!intent.ok) return intent;
    const saved = await commit(intent.value);
    return saved.ok ? ok({ fileName: record.fileName, bytes: back.value }) : saved;
  };
  return { next, seal };
}
