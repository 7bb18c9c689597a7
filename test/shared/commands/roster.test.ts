import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { enrolPerson } from '../../../shared/commands/enrol-person';
import type { RosterEntry, RosterRowToImport } from '../../../shared/commands/import-entries';
import { importRoster } from '../../../shared/commands/import-roster';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { Person } from '../../../shared/records/person';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { certificateId, context, course, enrolmentId, idNumber, personId } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { undoEntry } from '../../../shared/commands/undo-entry';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-10');
const entry = (n: number, more: Partial<RosterEntry> = {}): RosterEntry => ({
  name: `学员${'甲乙丙丁戊己庚辛壬癸'[n % 10]!}`,
  idKind: 'resident',
  idNumber: idNumber(n),
  post: '101',
  postSpelling: '土建施工员',
  ...more,
});
const newRow = (n: number, more: Partial<RosterEntry> = {}): RosterRowToImport => ({
  entry: entry(n, more),
  person: null,
  certificate: null,
  enrolment: null,
  take: [],
});
const knownRow = (
  n: number,
  values: Partial<RosterEntry>,
  take: RosterRowToImport['take'] = [],
): RosterRowToImport => ({
  entry: entry(n, values),
  person: personId(n),
  certificate: certificateId(n),
  enrolment: enrolmentId(n),
  take,
});
const run = (facts: CourseFacts, rows: readonly RosterRowToImport[], reason?: string) =>
  importRoster(facts, { rows, people: facts, source: '学员名册.xlsx', reason }, ctx);
const afters = <T>(
  changes: readonly { readonly table: string; readonly after: unknown }[],
  table: string,
): readonly T[] => changes.filter((one) => one.table === table).map(({ after }) => after as T);

describe('导入名册', () => {
  it('一次写成一条留痕；序位接着已用过的最大序位，次序同文件', () => {
    const facts = course().withPeople(2).with({ highestIndex: 6 }).facts();
    const intent = accepted(run(facts, [newRow(11), newRow(12), newRow(13)]));
    expect(intent.kind).toBe('roster.import');
    const enrolments = afters<Enrolment>(intent.changes, 'enrolments');
    expect(enrolments.map(({ index }) => index)).toEqual([7, 8, 9]);
    expect(enrolments.map(({ order }) => order)).toEqual([3, 4, 5]);
    expect(afters<Person>(intent.changes, 'persons').map(({ name }) => name)).toEqual(['学员乙', '学员丙', '学员丁']);
  });

  it('声明带着文件名作来源，没有写的是“未知”而不是“否”', () => {
    const intent = accepted(run(course().facts(), [newRow(1, { healthy: 'yes', foundInSystem: 'no' })]));
    expect(afters<Enrolment>(intent.changes, 'enrolments')[0]).toMatchObject({
      healthy: { answer: 'yes', source: '学员名册.xlsx', on: '2026-03-10' },
      employed: { answer: 'unknown' },
    });
    expect(afters(intent.changes, 'certificates')[0]).toMatchObject({
      kind: 'electronic',
      foundInSystem: { answer: 'no' },
    });
  });

  it('换证班的证书是旧证', () => {
    const exchange = course({
      purpose: 'exchange',
      ruleset: 'hubei-2020-37-exchange',
      startsOn: '2020-10-12',
      endsOn: '2020-10-16',
    }).facts();
    expect(afters(accepted(run(exchange, [newRow(1)])).changes, 'certificates')).toMatchObject([{ kind: 'old' }]);
  });

  it('同一文件导入两次，第二次什么也不写，即使预览没有认出已有的人', () => {
    const store = memoryStore(course().facts());
    const rows = [
      newRow(1),
      newRow(2, { certificateNumber: '鄂A001' }),
      newRow(2, { post: '111', postSpelling: '材料员' }),
    ];
    store.commit(accepted(run(store.facts(), rows)));
    expect(store.records().persons.size).toBe(2);
    expect(store.records().enrolments.size).toBe(3);
    const again = run(store.facts(), rows);
    expect(codes(again)).toEqual(['nothing-to-import']);
    expect(again.ok || again.error[0]!.level).toBe('info');
  });

  it('别的班来过的人不会再建一份', () => {
    const elsewhere = course().withPeople(1).facts();
    const intent = accepted(
      importRoster(
        course({ id: 'K2' as never }).facts(),
        { rows: [newRow(1)], people: elsewhere, source: 'a.xlsx' },
        ctx,
      ),
    );
    expect(intent.changes.map(({ table }) => table)).toEqual(['enrolments']);
    expect(afters<Enrolment>(intent.changes, 'enrolments')[0]).toMatchObject({ personId: 'P1', certificateId: 'C1' });
  });

  it('不同的值默认不改；选了才改，并且要原因；空白从不抹掉原值', () => {
    const facts = course()
      .withPeople({ person: { phone: '13900001111', employer: '甲公司' } })
      .facts();
    expect(codes(run(facts, [knownRow(1, { phone: '13900002222' })]))).toEqual(['nothing-to-import']);
    expect(codes(run(facts, [knownRow(1, { phone: '13900002222' }, ['phone', 'employer'])]))).toEqual([
      'reason-missing',
    ]);
    const intent = accepted(
      run(facts, [knownRow(1, { phone: '13900002222' }, ['phone', 'employer'])], '单位来函更正'),
    );
    expect(intent.reason).toBe('单位来函更正');
    expect(afters(intent.changes, 'persons')).toMatchObject([{ phone: '13900002222', employer: '甲公司' }]);
  });

  it('采用岗位时证书和报名一起改', () => {
    const facts = course().withPeople(1).facts();
    const intent = accepted(
      run(facts, [knownRow(1, { post: '111', postSpelling: '材料员' }, ['post'])], '证书复印件'),
    );
    expect(afters(intent.changes, 'certificates')).toMatchObject([{ post: '111', postSpelling: '材料员' }]);
    expect(afters(intent.changes, 'enrolments')).toMatchObject([{ post: '111' }]);
  });

  it('一个人两本证书报两次可以，一本证书报两次不行', () => {
    accepted(run(course().facts(), [newRow(1), newRow(1, { post: '111', postSpelling: '材料员' })]));
    expect(codes(run(course().facts(), [newRow(1), newRow(1)]))).toEqual(['enrolled-twice']);
  });

  it('所有行的问题一次说完，什么也不写', () => {
    const rows = [
      newRow(1, { name: '' }),
      newRow(2, { idNumber: '420000198503150011' }),
      newRow(3, { post: '999', postSpelling: '安全员' }),
      newRow(4, { issuedOn: day('2027-01-01') }),
    ];
    expect(codes(run(course().facts(), rows))).toEqual([
      'person-name-empty',
      'person-number-invalid',
      'post-not-in-ruleset',
      'day-in-future',
    ]);
    expect(codes(run(course().facts(), []))).toEqual(['roster-empty']);
  });

  it('已并入他人的记录用合并后的人报名', () => {
    const facts = course().withPeople(2).facts();
    const persons = new Map(facts.persons).set(personId(2), {
      ...facts.persons.get(personId(2))!,
      mergedInto: personId(1),
    });
    const other = course({ id: 'K2' as never }).facts();
    const intent = accepted(
      importRoster(other, { rows: [newRow(2)], people: { ...facts, persons }, source: 'a' }, ctx),
    );
    expect(afters<Enrolment>(intent.changes, 'enrolments')[0]!.personId).toBe(personId(1));
  });

  it('无论怎样导入、撤销，序位都不会给第二个人', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant('undo' as const)), { maxLength: 25 }),
        (steps) => {
          const store = memoryStore(course().withPeople(1).facts());
          const holders = new Map<number, string>([[0, enrolmentId(1)]]);
          const ids = context('2026-03-10');
          for (const step of steps) {
            const result =
              step === 'undo'
                ? undoEntry({ entries: store.entries().slice(-1), later: [], enrolments: [] }, {}, ids)
                : importRoster(
                    store.facts(),
                    { rows: [newRow(step), newRow(step + 1)], people: store.facts(), source: 'a' },
                    ids,
                  );
            if (!result.ok) continue;
            store.commit(result.value);
            for (const { index, id } of store.records().enrolments.values()) {
              expect(holders.get(index) ?? id).toBe(id);
              holders.set(index, id);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('一万行一次导入', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      newRow(0, { name: '学员', idKind: 'other', idNumber: `H${String(i).padStart(6, '0')}` }),
    );
    expect(accepted(run(course().facts(), rows)).changes).toHaveLength(30_000);
  });
});

describe('个别报名', () => {
  const midway = context('2026-03-18');
  const enrol = (facts: CourseFacts, row: RosterRowToImport, from?: string) =>
    enrolPerson(facts, { row, people: facts, from: from ? day(from) : undefined }, midway);

  it('插班：从入班日期起在读', () => {
    const intent = accepted(enrol(course().withPeople(2).facts(), newRow(11), '2026-03-18'));
    expect(afters(intent.changes, 'enrolments')).toMatchObject([
      { from: '2026-03-18', index: 2, order: 3, status: { kind: 'active' } },
    ]);
  });

  it('逐个加入没有预览，手机号、证书编号不对的也要提醒', () => {
    const facts = course().withPeople(1).facts();
    const { entry, ...row } = newRow(11);
    const taken = [...facts.certificates.values()][0]!.number!;
    const intent = accepted(enrol(facts, { ...row, entry: { ...entry, phone: '123', certificateNumber: taken } }));
    expect(warned(intent)).toEqual(['person-phone-invalid', 'certificate-in-use']);
    expect(warned(accepted(enrol(facts, newRow(12))))).toEqual([]);
  });

  it('入班日期要在班期内', () => {
    expect(codes(enrol(course().facts(), newRow(11), '2026-03-21'))).toEqual(['enrolment-dates']);
    expect(codes(enrol(course().facts(), newRow(11), '2026-03-15'))).toEqual(['enrolment-dates']);
  });

  it('同一证书不能再报；退出过的提示撤销退出', () => {
    const facts = course()
      .withPeople(
        {},
        { enrolment: { to: day('2026-03-17'), status: { kind: 'left', on: day('2026-03-17'), reason: '调离' } } },
      )
      .facts();
    expect(codes(enrol(facts, knownRow(1, {})))).toEqual(['enrolled-twice']);
    expect(codes(enrol(facts, knownRow(2, {})))).toEqual(['enrolment-returns']);
  });

  it('别人的证书不能用', () => {
    const facts = course().withPeople(2).facts();
    expect(codes(enrol(facts, { ...newRow(1), person: personId(1), certificate: certificateId(2) }))).toEqual([
      'certificate-of-other',
    ]);
  });
});
