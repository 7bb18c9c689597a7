import { byPath, type ArchiveFile } from '../basics/archive';
import { canonicalJson } from '../basics/canonical-json';
import type { Digest, Sha256 } from '../basics/sha256';
import { formLines } from '../documents/form';
import type { FormFile } from '../documents/form-kinds';
import { reasonsOf } from '../documents/not-submitted-workbook';
import { maskId } from '../identity/mask';
import type { PackageRecord } from '../records/package-record';
import type { Registry } from '../records/registry';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { postTitle } from '../regulation/posts';
import { bagInfoOf, payloadSize } from './bag-info';
import { jsonOf } from './json-of';
import { manifestText } from './manifest';
import { packageFacts } from './package-facts';
import {
  BAG_INFO,
  BAGIT,
  BAGIT_TXT,
  FACTS,
  FINDINGS,
  HEADS,
  HOW_TO_VERIFY,
  INDEX,
  isPayloadPath,
  MANIFEST,
  PACKAGE_FORMAT,
  PACKAGE_FORMAT_VERSION,
  TAG_MANIFEST,
} from './package-format';

/** A package record before there is a package: everything that decides its bytes. */
export type SealedRecord = Omit<PackageRecord, 'zip' | 'size'>;

export interface PackageInput {
  readonly record: SealedRecord;
  readonly facts: CourseFacts;
  /** Of the whole class, on record.judgedOn. */
  readonly judgements: readonly Judgement[];
  /** The forms and certificates. */
  readonly documents: readonly FormFile[];
  readonly ruleset: { readonly id: string; readonly version: string; readonly digest: Digest };
  /** Program, engines and templates with their versions: another version may give other bytes. */
  readonly madeBy: { readonly [what: string]: string };
  /** What is known of the records; only tests have another one. */
  readonly registry?: Registry;
}

const VERIFY_TEXT = `1. 解压：unzip 本文件.zip -d 报审材料包 && cd 报审材料包
2. 核对数据：sha256sum -c manifest-sha256.txt
3. 核对清单：sha256sum -c tagmanifest-sha256.txt
4. 三步都没有报错，内容即与封存时完全一致；“目录”见 data/index.json，表格见 data/forms/。
`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TITLES: readonly (readonly [path: string, title: string])[] = [
  [INDEX, '目录'],
  [FACTS, '记录（人员、课程、考勤、测试）'],
  [FINDINGS, '核验结论'],
  [HEADS, '留痕链头'],
];

/**
 * All files of a package (BagIt 1.0, RFC 8493), sorted by path. The same record, facts and documents give the same bytes. Only the
 * people named in the record are in facts.json; the others are listed with their reasons and a masked number. The tag manifest
 * covers every tag file except itself, so a signature over its bytes covers everything.
 */
export async function packageFiles(input: PackageInput, sha256: Sha256): Promise<readonly ArchiveFile[]> {
  const { record, facts, documents } = input;
  const wrong = documents.find(({ path }) => !isPayloadPath(path) || TITLES.some(([taken]) => taken === path));
  if (wrong) throw new RangeError(`no path for a document: ${wrong.path}`);
  const packed = packageFacts(facts, record.people, input.registry);
  const payload: ArchiveFile[] = [
    { path: FACTS, bytes: utf8(canonicalJson(jsonOf(packed))) },
    { path: FINDINGS, bytes: utf8(canonicalJson(jsonOf(findingsOf(input)))) },
    {
      path: HEADS,
      bytes: utf8(canonicalJson(jsonOf([...record.heads].sort((a, b) => (a.chain < b.chain ? -1 : 1))))),
    },
    ...documents.map(({ path, bytes }) => ({ path, bytes })),
  ];
  const index = {
    format: PACKAGE_FORMAT,
    version: PACKAGE_FORMAT_VERSION,
    number: record.number,
    packageVersion: record.version,
    previous: record.previous ?? null,
    sealedOn: record.sealedOn,
    judgedOn: record.judgedOn,
    institution: facts.institution?.name ?? '',
    course: {
      id: facts.course.id,
      title: facts.course.title,
      purpose: facts.course.purpose,
      startsOn: facts.course.startsOn,
      endsOn: facts.course.endsOn,
    },
    ruleset: input.ruleset,
    submitted: record.people,
    counts: {
      submitted: record.people.length,
      leftOut: record.leftOut.length,
      warnings: record.confirmedWarnings.length,
      sessions: packed.sessions.length,
      marks: packed.marks.length,
      attempts: packed.attempts.length,
    },
    madeBy: input.madeBy,
    files: [
      ...TITLES.map(([path, title]) => ({ path, title })),
      ...documents.map(({ path, title }) => ({ path, title })),
    ].sort(byPath),
  };
  payload.push({ path: INDEX, bytes: utf8(canonicalJson(jsonOf(index))) });

  const tags: ArchiveFile[] = [
    { path: BAGIT, bytes: utf8(BAGIT_TXT) },
    {
      path: BAG_INFO,
      bytes: utf8(bagInfoOf(index, payloadSize(new Map(payload.map(({ path, bytes }) => [path, bytes]))))),
    },
    { path: MANIFEST, bytes: utf8(await manifestText(payload, sha256)) },
    { path: HOW_TO_VERIFY, bytes: utf8(VERIFY_TEXT) },
  ];
  tags.push({ path: TAG_MANIFEST, bytes: utf8(await manifestText(tags, sha256)) });
  return [...tags, ...payload].sort(byPath);
}

function findingsOf({ record, facts, judgements }: PackageInput): object {
  const lines = new Map(formLines({ facts, judgements }).map((line) => [line.enrolment.id, line]));
  const lineOf = (id: (typeof record.people)[number]) => {
    const line = lines.get(id);
    if (!line) throw new Error(`no judgement of ${id}`);
    return line;
  };
  return {
    judgedOn: record.judgedOn,
    people: record.people.map((id) => lineOf(id).judgement),
    leftOut: record.leftOut.map(({ enrolmentId, rules }) => {
      const line = lineOf(enrolmentId);
      return {
        enrolmentId,
        name: line.person.name,
        idNumber: maskId(line.person.idNumber),
        post: postTitle(line.enrolment.post),
        rules,
        reasons: reasonsOf(line).map(({ text }) => text),
        findings: line.judgement.findings,
      };
    }),
    confirmedWarnings: record.confirmedWarnings.map(({ enrolmentId, rule, by }) => ({
      enrolmentId,
      name: lineOf(enrolmentId).person.name,
      rule,
      by,
    })),
  };
}
