import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { editEnrolment } from '../../../shared/commands/edit-enrolment';
import { removeEnrolment } from '../../../shared/commands/remove-enrolment';
import { nextIndex } from '../../../shared/commands/roster-places';
import { transferEnrolment } from '../../../shared/commands/transfer-enrolment';
import { reinstateEnrolment } from '../../../shared/commands/reinstate-enrolment';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { CourseId } from '../../../shared/records/ids';
import { certificateId, context, course, enrolmentId, personId, PRESENT } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { accepted, codes } from './outcome';

const ctx = context('2026-03-18');
const three = course().withPeople(3).withSessions(12);

describe('退出', () => {
  const leave = (on: string, reason = '单位另有安排', facts = three.facts()) =>
    withdrawEnrolment(facts, { enrolmentId: enrolmentId(1), on: day(on), reason }, ctx);

  it('写明最后在班日期和原因', () => {
    expect(accepted(leave('2026-03-17')).changes[0]!.after).toMatchObject({
      to: '2026-03-17',
      status: { kind: 'left', on: '2026-03-17', reason: '单位另有安排' },
    });
  });

  it('没有原因、日期在今天之后都不接受', () => {
    expect(codes(leave('2026-03-19', ' '))).toEqual(['reason-missing', 'day-in-future']);
  });

  it('退出之后还有考勤：列出课次', () => {
    const marked = three.mark(1, 1, PRESENT).mark(1, 5, PRESENT).mark(1, 6, PRESENT).facts();
    const result = leave('2026-03-16', '调离', marked);
    expect(codes(result)).toEqual(['marks-outside-enrolment']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ name: '杨国平', sessions: [5, 6] });
    accepted(leave('2026-03-17', '调离', marked));
  });

  it('开班前就退出：最后日期是开班前一天', () => {
    expect(accepted(leave('2026-03-02')).changes[0]!.after).toMatchObject({
      to: '2026-03-15',
      status: { on: '2026-03-02' },
    });
  });

  it('已退出的不能再退出', () => {
    const left = course().withPeople({
      enrolment: { to: day('2026-03-17'), status: { kind: 'left', on: day('2026-03-17'), reason: '调离' } },
    });
    expect(codes(leave('2026-03-17', '又退', left.facts()))).toEqual(['enrolment-not-active']);
  });
});

describe('恢复在班', () => {
  const left = course()
    .withPeople({
      enrolment: { to: day('2026-03-17'), status: { kind: 'left', on: day('2026-03-17'), reason: '调离' } },
    })
    .withSessions(12);
  const reinstate = (facts = left.facts(), reason = '单位已同意') =>
    reinstateEnrolment(facts, { enrolmentId: enrolmentId(1), reason }, ctx);

  it('回到原来的序号和考勤位置，最后在班日期不再有', () => {
    const before = left.facts().enrolments[0]!;
    const { to: _to, ...open } = before;
    const { changes } = accepted(reinstate());
    expect(changes[0]!.after).not.toHaveProperty('to');
    expect(changes).toMatchObject([{ table: 'enrolments', before, after: { ...open, status: { kind: 'active' } } }]);
  });

  it('没有原因不接受', () => expect(codes(reinstate(left.facts(), ' '))).toEqual(['reason-missing']));

  it('仍在班的、转班的都不能恢复', () => {
    expect(codes(reinstate(three.facts()))).toEqual(['enrolment-not-left']);
    const gone = course().withPeople({
      enrolment: {
        to: day('2026-03-17'),
        status: { kind: 'transferred', on: day('2026-03-18'), to: 'K2' as CourseId, reason: '申请' },
      },
    });
    expect(codes(reinstate(gone.facts()))).toEqual(['enrolment-not-left']);
  });

  it('名册上没有这个人', () => {
    expect(codes(reinstateEnrolment(left.facts(), { enrolmentId: enrolmentId(9), reason: '回班' }, ctx))).toEqual([
      'enrolment-unknown',
    ]);
  });
});

describe('转班', () => {
  const target = course({
    id: 'K2' as CourseId,
    title: '第4期',
    startsOn: '2026-03-17',
    endsOn: '2026-03-23',
  }).withPeople({ person: { id: personId(9) }, certificate: { id: certificateId(9) } });
  const move = (to: Parameters<typeof transferEnrolment>[1]['to'], facts = three.facts()) =>
    transferEnrolment(facts, { enrolmentId: enrolmentId(2), to, on: day('2026-03-18'), reason: '时间冲突' }, ctx);

  it('本班到前一天为止，那边从当天开始，一条留痕', () => {
    const { kind, changes } = accepted(move(target.facts()));
    expect(kind).toBe('enrolment.transfer');
    expect(changes.map(({ after }) => after)).toMatchObject([
      { id: 'E2', courseId: 'K1', to: '2026-03-17', status: { kind: 'transferred', to: 'K2', on: '2026-03-18' } },
      {
        courseId: 'K2',
        personId: 'P2',
        certificateId: 'C2',
        index: 1,
        order: 2,
        from: '2026-03-18',
        status: { kind: 'active' },
      },
    ]);
  });

  it('不能转到本班、不同业务类型的班或已报名的班', () => {
    expect(codes(move(three.facts()))).toEqual(['transfer-same-course']);
    const exchange = course({ id: 'K3' as CourseId, purpose: 'exchange', ruleset: 'hubei-2020-37-exchange' });
    expect(codes(move(exchange.facts()))).toEqual(['transfer-purpose']);
    expect(
      codes(
        move(
          course({ id: 'K2' as CourseId })
            .withPeople(2)
            .facts(),
        ),
      ),
    ).toEqual(['enrolled-twice']);
  });

  it('转出日之后本班还有考勤的不能转', () => {
    expect(codes(move(target.facts(), three.mark(2, 9, PRESENT).facts()))).toEqual(['marks-outside-enrolment']);
  });
});

describe('改报名', () => {
  const edit = (patch: Parameters<typeof editEnrolment>[1]['patch'], reason?: string) =>
    editEnrolment(three.mark(1, 1, PRESENT).facts(), { enrolmentId: enrolmentId(1), patch, reason }, ctx);

  it('申报日期和备注随时可改，岗位和入班日期要原因', () => {
    accepted(edit({ appliedOn: day('2026-03-01'), note: '补交照片' }));
    expect(codes(edit({ post: '111' }))).toEqual(['reason-missing']);
    accepted(edit({ post: '111' }, '报名表写错'));
    expect(codes(edit({ post: '999' }, '报名表写错'))).toEqual(['post-not-in-ruleset']);
    expect(codes(edit({ from: day('2026-03-17') }, '插班'))).toEqual(['marks-outside-enrolment']);
  });
});

describe('本程序不认识的规则（较新的版本建的班）', () => {
  const unknown = course({ id: 'K9' as CourseId, ruleset: 'hubei-2031-annual' });

  it('改报名、转进去都说明原因，不悄悄放过', () => {
    const facts = unknown.withPeople(1).facts();
    expect(codes(editEnrolment(facts, { enrolmentId: enrolmentId(1), patch: { note: '补' } }, ctx))).toEqual([
      'ruleset-unknown',
    ]);
    expect(
      codes(
        transferEnrolment(
          three.facts(),
          { enrolmentId: enrolmentId(3), to: unknown.facts(), on: day('2026-03-18'), reason: '时间冲突' },
          ctx,
        ),
      ),
    ).toEqual(['ruleset-unknown']);
  });
});

describe('移出名册', () => {
  const none = { hourCertificates: [], packages: [] };
  const remove = (
    facts = three.facts(),
    reason: string | undefined = '报错班',
    documents: Parameters<typeof removeEnrolment>[1]['documents'] = none,
  ) => removeEnrolment(facts, { enrolmentId: enrolmentId(1), documents, reason }, ctx);

  it('什么都没有登记过的可以，只去掉报名，人和证书还在', () => {
    expect(accepted(remove()).changes).toMatchObject([{ table: 'enrolments', key: 'E1', after: null }]);
    expect(codes(remove(three.facts(), ''))).toEqual(['reason-missing']);
  });

  it('有考勤、测试、补课安排或证明的不行', () => {
    expect(codes(remove(three.mark(1, 1, PRESENT).facts()))).toEqual(['enrolment-has-records']);
    expect(codes(remove(three.attempt(1, 60).facts()))).toEqual(['enrolment-has-records']);
    expect(codes(remove(three.withSessions({ onlyFor: [enrolmentId(1)] }).facts()))).toEqual([
      'enrolment-has-records',
    ]);
    const issued = {
      ...none,
      hourCertificates: [{ enrolmentId: enrolmentId(1), number: 'JC-2026-0001' } as HourCertificate],
    };
    expect(codes(remove(three.facts(), '报错班', issued))).toEqual(['enrolment-has-records']);
  });

  it('移出的人的序位不给下一个人', () => {
    const store = memoryStore(three.facts());
    store.commit(
      accepted(
        removeEnrolment(store.facts(), { enrolmentId: enrolmentId(3), documents: none, reason: '报错班' }, ctx),
      ),
    );
    expect(nextIndex(store.facts())).toBe(3);
  });
});
