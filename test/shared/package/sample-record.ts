import type { Digest } from '../../../shared/basics/sha256';
import { packageSelection } from '../../../shared/commands/package-selection';
import type { SealedRecord } from '../../../shared/package/build-package';
import type { MakePackageInput } from '../../../shared/package/make-package';
import { packageFileName } from '../../../shared/package/package-format';
import type { PackageId } from '../../../shared/records/ids';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON } from '../documents/sample-class';

/** What the program would hand over for a class: everybody who can go goes, every warning confirmed by the same person. */
export function sampleRecord(facts: CourseFacts, change: Partial<SealedRecord> = {}): MakePackageInput {
  const judgements = judgeCourse(facts, JUDGED_ON);
  const { people, leftOut, warnings } = packageSelection(facts, judgements);
  const record: SealedRecord = {
    id: 'package-1' as PackageId,
    courseId: facts.course.id,
    number: 'JC-BS-2026-3',
    version: 1,
    sealedOn: JUDGED_ON,
    judgedOn: JUDGED_ON,
    people,
    leftOut,
    confirmedWarnings: warnings.map((warning) => ({ ...warning, by: '李审核' })),
    heads: [{ chain: 'device-1.1', seq: 812, hash: 'ab'.repeat(32) as Digest }],
    fileName: packageFileName(facts.institution?.name ?? '', facts.course.title, 1, JUDGED_ON),
    ...change,
  };
  return {
    record,
    facts,
    judgements,
    certificates: [{ number: 'JC-2026-3-0001', name: '欧阳𬱖', bytes: new TextEncoder().encode('%PDF-1.7 示例') }],
    program: '0.1.0',
  };
}
