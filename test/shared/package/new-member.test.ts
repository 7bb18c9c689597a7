import { expect, it } from 'vitest';
import { PACKAGE_LIMITS } from '../../../shared/basics/archive';
import { packageSelection } from '../../../shared/commands/package-selection';
import { packageFiles, type PackageInput } from '../../../shared/package/build-package';
import { courseFactsOf } from '../../../shared/package/package-facts';
import { parsePackage } from '../../../shared/package/parse-package';
import { readPackage } from '../../../shared/package/read-package';
import { optional, reference, text } from '../../../shared/records/describe';
import { described, member, PERSONAL, PERSONAL_INTERNAL } from '../../../shared/records/described-record';
import type { PersonId } from '../../../shared/records/ids';
import { PERSON, type Person } from '../../../shared/records/person';
import { RECORDS, type Registry } from '../../../shared/records/registry';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';
import { nodeSha256 } from '../documents/node-sha256';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

/** A person with three members more: one for the package, one that stays in the institution, one that points somewhere. */
const registry: Registry = {
  ...RECORDS,
  persons: described({
    title: '学员',
    members: {
      ...PERSON.members,
      homeTown: member('籍贯', optional(text), PERSONAL),
      diary: member('日记', optional(text), PERSONAL_INTERNAL),
      colleague: member('同事', optional(reference('persons')), PERSONAL),
    },
  }),
};

function classWith(members: object): CourseFacts {
  const facts = sampleClass(4);
  const [id, person] = [...facts.persons][0]!;
  return { ...facts, persons: new Map(facts.persons).set(id, { ...person, ...members } as Person) };
}

async function sealed(facts: CourseFacts, people?: PackageInput['record']['people']): Promise<Uint8Array> {
  const judgements = judgeCourse(facts, JUDGED_ON);
  const { record } = sampleRecord(facts);
  expect(packageSelection(facts, judgements).leftOut).toEqual([]);
  const files = await packageFiles(
    {
      record: people ? { ...record, people } : record,
      facts,
      judgements,
      documents: [],
      ruleset: { id: facts.course.ruleset, version: '1', digest: 'ab'.repeat(32) },
      madeBy: { xueshibu: '0.1.0' },
      registry,
    },
    nodeSha256,
  );
  return ports.zip(files, JUDGED_ON);
}

it('学员多三项：封存、读回、再封存，一字不差；该留在机构的没有出去', async () => {
  const facts = classWith({ homeTown: '黄冈', diary: '不给别人看', colleague: 'person-0002' });
  const bytes = await sealed(facts);
  const read = await readPackage(bytes, ports, registry);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { facts: packed } = read.value.package;
  expect(packed.persons[0]).toMatchObject({ homeTown: '黄冈', colleague: 'person-0002' });
  expect(packed.persons[0]).not.toHaveProperty('diary');
  expect(await sealed(courseFactsOf(packed))).toEqual(bytes);
});

it('新的一项也按它的样子检查：类型、指向；本程序不认识的不收', async () => {
  const refused = async (members: object, known: Registry = registry) => {
    const result = await readPackage(await sealed(classWith(members)), ports, known);
    return result.ok ? null : result.error;
  };
  expect(await refused({ homeTown: 7 })).toMatchObject({
    code: 'package-schema',
    values: { where: 'persons.0.homeTown' },
  });
  expect(await refused({ colleague: 'nobody' as PersonId })).toMatchObject({
    code: 'package-contradiction',
    values: { says: '学员“person-0000”的“同事”指向的学员“nobody”不存在' },
  });
  expect(await refused({ homeTown: '黄冈' }, RECORDS)).toMatchObject({ values: { where: 'persons.0.homeTown' } });
  const archive = ports.unzip(await sealed(classWith({ homeTown: '黄冈' })), PACKAGE_LIMITS);
  expect(archive.ok && (await parsePackage(archive.value, nodeSha256))).toMatchObject({ ok: false });
});
