import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { certificateYears, hourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { formModel } from '../../../shared/documents/form-model';
import { FORMS } from '../../../shared/documents/forms';
import { makePackage } from '../../../shared/package/make-package';
import { courseFactsOf, packageFacts } from '../../../shared/package/package-facts';
import { readPackage } from '../../../shared/package/read-package';
import type { PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { mergeDefect } from '../../../shared/records/who-counts';
import { judgeCourse, judgeEnrolment } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { nodeSha256 } from '../documents/node-sha256';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

const ID = (n: number): PersonId => `chain-${n}` as PersonId;

/** A class whose first enrolment is on P1, which was merged into P2, which was merged into P3. */
function chained(): CourseFacts & { readonly chain: readonly Person[] } {
  const facts = sampleClass(6);
  const [first, ...others] = facts.persons.values();
  const chain = [
    { ...first!, id: ID(1), name: '甲一', idNumber: '420000198503150011', mergedInto: ID(2) },
    { ...first!, id: ID(2), name: '甲二', idNumber: '420000198503150038', mergedInto: ID(3) },
    { ...first!, id: ID(3), name: '甲三', idNumber: '420000198503150054' },
  ];
  const [enrolment, ...rest] = facts.enrolments;
  const certificates = new Map(facts.certificates);
  const certificate = certificates.get(enrolment!.certificateId)!;
  certificates.set(certificate.id, { ...certificate, personId: ID(1) });
  return {
    ...facts,
    persons: new Map([...chain, ...others].map((person) => [person.id, person])),
    certificates,
    enrolments: [{ ...enrolment!, personId: ID(1) }, ...rest],
    chain,
  };
}

describe('连续合并：甲一并入甲二，甲二并入甲三，报名在甲一名下', () => {
  const facts = chained();
  const [p1, p2, p3] = facts.chain;
  const enrolment = facts.enrolments[0]!;
  const input = sampleRecord(facts);

  it('甲三在黑名单上就查得出', () => {
    const barred = [{ id: 'b1', idNumber: p3!.idNumber, source: '市住建局通报', importedOn: day('2026-01-05') }];
    const { findings } = judgeEnrolment({ ...facts, barred }, enrolment.id, JUDGED_ON);
    expect(findings.find(({ rule }) => rule === 'not-barred')).toMatchObject({ outcome: 'notMet', detail: 'listed' });
  });

  it('每张表都写甲三', () => {
    expect(input.record.people).toContain(enrolment.id);
    for (const form of FORMS) {
      if (form.people === 'per-certificate') continue;
      const { path } = form;
      const text = JSON.stringify(formModel(form, { ...input, facts }));
      for (const other of [p1!, p2!]) expect([path, text.includes(other.name)]).toEqual([path, false]);
      if (path !== 'data/forms/not-submitted.xlsx') expect([path, text.includes(p3!.name)]).toEqual([path, true]);
    }
  });

  it('学时证明写甲三', async () => {
    const judgement = input.judgements.find(({ enrolmentId }) => enrolmentId === enrolment.id)!;
    const request = { enrolmentId: enrolment.id, number: 'JC-1', issuedOn: JUDGED_ON };
    const page = await hourCertificatePage(
      facts,
      judgement,
      { ...request, ceYear: certificateYears(facts, judgement)[0]! },
      nodeSha256,
    );
    expect(page).toMatchObject({ name: p3!.name, idNumber: p3!.idNumber });
  });

  it('材料包有整条链，没有断链，读回后判定一样', async () => {
    const made = await makePackage(input, ports);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const read = await readPackage(made.value.bytes, ports);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const packed = read.value.package.facts;
    const persons = new Map(packed.persons.map((person) => [person.id, person]));
    for (const { id } of facts.chain) {
      expect(persons.has(id)).toBe(true);
      expect(mergeDefect(persons, id)).toBeNull();
    }
    expect(judgeCourse(courseFactsOf(packed), JUDGED_ON)).toEqual(
      input.judgements.filter(({ enrolmentId }) => packed.enrolments.some(({ id }) => id === enrolmentId)),
    );
  });

  it('只报甲这一人，包里也是三条；名单上的话连同名单那一行', () => {
    const barred = [{ id: 'b1', idNumber: p3!.idNumber, source: '市住建局通报', importedOn: day('2026-01-05') }];
    const packed = packageFacts({ ...facts, barred }, [enrolment.id]);
    expect(packed.persons.map(({ id }) => id)).toEqual(facts.chain.map(({ id }) => id));
    expect(packed.barred).toHaveLength(1);
  });
});
