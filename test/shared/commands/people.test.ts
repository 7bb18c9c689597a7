import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { correctIdentity } from '../../../shared/commands/correct-identity';
import { declare } from '../../../shared/commands/declare';
import { editCertificate } from '../../../shared/commands/edit-certificate';
import { editPerson } from '../../../shared/commands/edit-person';
import { importBarred } from '../../../shared/commands/import-barred';
import { mergePersons } from '../../../shared/commands/merge-persons';
import { removeBarred } from '../../../shared/commands/remove-barred';
import { unmergePersons } from '../../../shared/commands/unmerge-persons';
import type { BarredPerson } from '../../../shared/records/choices';
import type { Course } from '../../../shared/records/course';
import type { CourseId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { certificateId, context, course, enrolmentId, idNumber, personId, PRESENT } from '../facts-builder';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-18');
const three = course().withPeople(3).withSessions(12);

describe('学员信息', () => {
  const edit = (patch: Parameters<typeof editPerson>[1]['patch'], reason?: string) =>
    editPerson(three.facts(), { personId: personId(1), patch, reason }, ctx);

  it('姓名和手机号按统一写法保存；改姓名要原因', () => {
    expect(accepted(edit({ phone: '139 0000 1111' })).changes[0]!.after).toMatchObject({ phone: '13900001111' });
    expect(codes(edit({ name: '杨 国 萍' }))).toEqual(['reason-missing']);
    expect(accepted(edit({ name: '杨 国 萍' }, '身份证复印件')).changes[0]!.after).toMatchObject({ name: '杨国萍' });
  });

  it('姓名不能为空或含数字；手机号、单位代码不对只提醒', () => {
    expect(codes(edit({ name: '' }, '误'))).toEqual(['person-name-empty']);
    expect(codes(edit({ name: '杨2' }, '误'))).toEqual(['person-name-invalid']);
    expect(warned(accepted(edit({ phone: '123', employerCreditCode: 'ABC' })))).toEqual([
      'person-phone-invalid',
      'person-credit-code',
    ]);
  });
});

describe('更正证件号码', () => {
  const correct = (idText: string, reason?: string) =>
    correctIdentity(three.mark(1, 1, PRESENT).facts(), { personId: personId(1), idNumber: idText, reason }, ctx);

  it('有考勤之后也能更正，性别和出生日期随号码', () => {
    const { changes, reason } = accepted(correct(` ${idNumber(50, '19901231').toLowerCase()} `, '对照身份证原件'));
    expect(changes).toHaveLength(1);
    expect(changes[0]!.after).toMatchObject({
      id: 'P1',
      idNumber: idNumber(50, '19901231'),
      birthDate: '1990-12-31',
    });
    expect(reason).toBe('对照身份证原件');
  });

  it('要原因；号码要对；没有变化不写', () => {
    expect(codes(correct(idNumber(50)))).toEqual(['reason-missing']);
    expect(codes(correct('420000198503150011', '误'))).toEqual(['person-number-invalid']);
    expect(codes(correct(idNumber(1)))).toEqual(['identity-same']);
  });

  it('号码已是另一人的：说出是谁，让人去合并', () => {
    const result = correct(idNumber(2), '对照原件');
    expect(codes(result)).toEqual(['identity-collision']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ other: '梁志强', otherId: 'P2' });
  });
});

describe('合并学员', () => {
  const courses = new Map<CourseId, Course>([['K1' as CourseId, three.facts().course]]);
  const other = { ...three.facts().enrolments[1]!, courseId: 'K9' as CourseId };
  const merge = (
    enrolments: Parameters<typeof mergePersons>[1]['enrolments'],
    reason: string | undefined = '同一人',
  ) => mergePersons(three.facts(), { keep: personId(1), merge: personId(2), enrolments, courses, reason }, ctx);

  it('只留下别名，证书和报名原样；号码不同会提醒', () => {
    const intent = accepted(merge([three.facts().enrolments[0]!, other]));
    expect(intent.changes).toHaveLength(1);
    expect(intent.changes[0]!.after).toMatchObject({ id: 'P2', mergedInto: 'P1', name: '梁志强' });
    expect(warned(intent)).toEqual(['merge-numbers-differ']);
  });

  it('同一班同一岗位都报了名的不能合并，不同岗位可以', () => {
    expect(codes(merge(three.facts().enrolments))).toContain('merge-same-course');
    const [first, second] = three.facts().enrolments;
    accepted(merge([first!, { ...second!, post: '111' }]));
  });

  it('没有原因、与自己合并、已并入他人都不行', () => {
    expect(codes(merge([], ''))).toContain('reason-missing');
    expect(
      codes(
        mergePersons(
          three.facts(),
          { keep: personId(1), merge: personId(1), enrolments: [], courses, reason: '同' },
          ctx,
        ),
      ),
    ).toEqual(['merge-same']);
    const persons = new Map(three.facts().persons).set(personId(2), {
      ...three.facts().persons.get(personId(2))!,
      mergedInto: personId(3),
    });
    expect(
      codes(
        mergePersons(
          { persons },
          { keep: personId(1), merge: personId(2), enrolments: [], courses, reason: '同' },
          ctx,
        ),
      ),
    ).toEqual(['person-merged']);
  });

  it('取消合并后恢复原样；两条记录已同号时不能分开', () => {
    const before = three.facts().persons.get(personId(2))!;
    const merged: Person = { ...before, mergedInto: personId(1) };
    const persons = new Map(three.facts().persons).set(personId(2), merged);
    expect(
      accepted(unmergePersons({ persons }, { personId: personId(2), reason: '查实为两人' }, ctx)).changes[0]!.after,
    ).toEqual(before);
    expect(codes(unmergePersons({ persons }, { personId: personId(1), reason: '误' }, ctx))).toEqual(['not-merged']);
    const same = new Map(persons).set(personId(2), { ...merged, idNumber: idNumber(1) });
    expect(codes(unmergePersons({ persons: same }, { personId: personId(2), reason: '误' }, ctx))).toEqual([
      'unmerge-collision',
    ]);
  });
});

describe('证书', () => {
  const edit = (patch: Parameters<typeof editCertificate>[1]['patch'], reason?: string, facts = three.facts()) =>
    editCertificate(facts, { certificateId: certificateId(1), patch, reason }, ctx);

  it('补填空项不要原因，改已有的要', () => {
    accepted(edit({ validUntil: day('2027-05-10') }));
    expect(codes(edit({ issuedOn: day('2024-05-11') }))).toEqual(['reason-missing']);
  });

  it('发证不能在今天之后，有效期不能早于发证', () => {
    expect(codes(edit({ issuedOn: day('2026-03-19') }, '误'))).toEqual(['day-in-future']);
    expect(codes(edit({ validUntil: day('2024-05-09') }))).toEqual(['certificate-dates']);
  });

  it('改岗位后不再显示导入时的写法；编号与他人相同只提醒', () => {
    const facts = course()
      .withPeople({ certificate: { postSpelling: '施工员(土建)' } }, {})
      .facts();
    expect(accepted(edit({ post: '102' }, '证书复印件', facts)).changes[0]!.after).not.toHaveProperty('postSpelling');
    const intent = accepted(edit({ number: '鄂JX00002' }, '抄错', facts));
    expect(intent.warnings).toMatchObject([{ code: 'certificate-in-use', values: { others: ['梁志强'] } }]);
  });
});

describe('声明', () => {
  const say = (more: Partial<Parameters<typeof declare>[1]> = {}) =>
    declare(
      three.facts(),
      {
        enrolmentIds: [enrolmentId(1), enrolmentId(3)],
        what: 'stillInPost',
        answer: 'yes',
        source: '在岗证明',
        ...more,
      },
      ctx,
    );

  it('几个人一次声明，带来源和日期', () => {
    const { changes } = accepted(say({ on: day('2026-03-17') }));
    expect(changes.map(({ key }) => key)).toEqual(['E1', 'E3']);
    expect(changes[0]!.after).toMatchObject({
      stillInPost: { answer: 'yes', source: '在岗证明', on: '2026-03-17' },
      healthy: { answer: 'unknown' },
    });
  });

  it('是或否都要来源；收回不要', () => {
    expect(codes(say({ source: ' ' }))).toEqual(['source-missing']);
    expect(codes(say({ answer: 'unknown', source: undefined }))).toEqual(['nothing-changed']);
    expect(codes(say({ on: day('2026-03-19') }))).toEqual(['day-in-future']);
    expect(codes(say({ enrolmentIds: [] }))).toEqual(['declaration-empty']);
  });

  it('全国系统查询结果记在证书上', () => {
    expect(
      accepted(say({ what: 'foundInSystem', answer: 'no', source: '查询截图' })).changes.map(({ table }) => table),
    ).toEqual(['certificates', 'certificates']);
  });
});

describe('限制名单', () => {
  const listed = (n: number): BarredPerson => ({
    id: `B${n}`,
    idNumber: idNumber(n),
    name: '某某',
    source: '市局名单一',
    importedOn: day('2026-01-05'),
  });
  const load = (
    before: readonly BarredPerson[] | null,
    numbers: readonly string[],
    mode: 'replace' | 'add',
    source = '市局名单一',
  ) => importBarred(before, { entries: numbers.map((number) => ({ idNumber: number })), mode, source }, ctx);

  it('整份替换：新增、保留、去掉各归各', () => {
    const { changes } = accepted(load([listed(1), listed(2)], [idNumber(2), ` ${idNumber(3)}`], 'replace'));
    expect(changes.map(({ key, after }) => [key, after === null])).toEqual([
      ['B1', true],
      [expect.stringMatching(/^N/), false],
    ]);
  });

  it('追加不去掉原有的；同一份再导入什么也不写，原有姓名不被空白抹掉', () => {
    expect(accepted(load([listed(1)], [idNumber(3)], 'add')).changes).toHaveLength(1);
    expect(codes(load([listed(1)], [idNumber(1)], 'add'))).toEqual(['nothing-to-import']);
  });

  it('空名单、没有来源、没有号码的行不接受；重复行只提醒', () => {
    expect(codes(load(null, [], 'replace'))).toEqual(['barred-empty']);
    expect(codes(load(null, [idNumber(1), '＃'], 'replace', ''))).toEqual([
      'source-missing',
      'barred-number-invalid',
    ]);
    expect(warned(accepted(load(null, [idNumber(1), idNumber(1).toLowerCase()], 'replace')))).toEqual([
      'barred-duplicate',
    ]);
  });

  it('解除的人逐个移出，要原因；已不在名单上的说明', () => {
    const list = [listed(1), listed(2)];
    expect(accepted(removeBarred(list, { ids: ['B1'], reason: '市住建局已解除' }, ctx)).changes).toMatchObject([
      { table: 'barred', before: listed(1), after: null },
    ]);
    expect(codes(removeBarred(list, { ids: ['B2'] }, ctx))).toEqual(['reason-missing']);
    expect(codes(removeBarred(list, { ids: ['B9'], reason: '解除' }, ctx))).toEqual(['barred-unknown']);
  });

  it('没有数字的一行不是号码；像身份证而校验不对的提醒，护照等不管', () => {
    expect(codes(load(null, [idNumber(1), '说明的一行文字'], 'replace'))).toEqual(['barred-number-invalid']);
    const wrong = `${idNumber(1).slice(0, 17)}${idNumber(1).endsWith('0') ? '1' : '0'}`;
    expect(warned(accepted(load(null, [wrong, idNumber(2).slice(0, 17)], 'replace')))).toEqual([
      'barred-number-doubtful',
    ]);
    expect(warned(accepted(load(null, [idNumber(1), 'E12345678', 'H1234567890'], 'replace')))).toEqual([]);
  });
});
