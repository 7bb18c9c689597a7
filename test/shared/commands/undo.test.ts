import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addSession } from '../../../shared/commands/add-session';
import { change } from '../../../shared/commands/conclude';
import { copyDay } from '../../../shared/commands/copy-day';
import { declare } from '../../../shared/commands/declare';
import { deleteSession } from '../../../shared/commands/delete-session';
import { editPerson } from '../../../shared/commands/edit-person';
import { editSession } from '../../../shared/commands/edit-session';
import { importRoster } from '../../../shared/commands/import-roster';
import type { CommandContext, CommandResult, Intent } from '../../../shared/commands/intent';
import { issueHourCertificates } from '../../../shared/commands/issue-hour-certificates';
import { markAllPresent } from '../../../shared/commands/mark-all-present';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { recordAttempt } from '../../../shared/commands/record-attempt';
import { undoEntry } from '../../../shared/commands/undo-entry';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import type { Entry } from '../../../shared/journal/entry';
import type { Mark } from '../../../shared/records/mark';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { ABSENT, context, course, enrolmentId, idNumber, judged, late, personId, PRESENT, sessionId } from '../facts-builder';
import { entryOf, memoryStore, type MemoryStore } from '../memory-store';
import { accepted, codes } from './outcome';

const ctx = context('2026-03-20', '20:00');
const base = course().withPeople(3).withSessions(12);
const start = (facts: CourseFacts = base.facts()): MemoryStore => memoryStore(facts);
const mark = (store: MemoryStore, person: number, session: number, one: Mark | null) =>
  store.commit(accepted(markAttendance(store.facts(), { cells: [{ sessionId: sessionId(session), enrolmentId: enrolmentId(person), mark: one }], reason: '核对' }, ctx)));
const undo = (store: MemoryStore, ...entries: readonly Entry[]): CommandResult => {
  const last = store.entries().findIndex(({ hash }) => hash === entries[0]!.hash);
  const later = store.entries().slice(last + 1).filter((entry) => !entries.includes(entry));
  return undoEntry({ entries, later, enrolments: store.facts().enrolments }, {}, ctx);
};

describe('撤销', () => {
  it('恢复改动前的值，指明撤销的是哪一条', () => {
    const store = start(base.mark(1, 1, PRESENT).facts());
    const entry = mark(store, 1, 1, ABSENT);
    const intent = accepted(undo(store, entry));
    expect(intent).toMatchObject({ kind: 'entry.undo', parents: [entry.hash], changes: [{ table: 'marks', key: 'S1:E1', before: { mark: ABSENT }, after: { mark: PRESENT, recordedOn: '2026-03-16' } }] });
  });

  it('连续撤销两步，再撤销“撤销”就是重做', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    const second = mark(store, 1, 1, late(15));
    const marked = store.records();
    const back = store.commit(accepted(undo(store, second)));
    store.commit(accepted(undo(store, first)));
    expect(store.records().marks.size).toBe(0);
    store.commit(accepted(undo(store, store.entries().at(-1)!)));
    store.commit(accepted(undo(store, back)));
    expect(store.records()).toEqual(marked);
  });

  it('同一格后来又改过：不能撤销，说出是哪一条留痕', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    mark(store, 1, 1, ABSENT);
    const result = undo(store, first);
    expect(codes(result)).toEqual(['undo-touched-later']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ count: 1, later: ['留痕第 2 条'] });
  });

  it('后来改了又改回来的，可以撤销', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    const second = mark(store, 1, 1, ABSENT);
    store.commit(accepted(undo(store, second)));
    accepted(undo(store, first));
  });

  it('别的格后来登记不妨碍', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    mark(store, 2, 1, PRESENT);
    accepted(undo(store, first));
  });

  it('撤销增加的课次：后来登记了考勤就不能，考勤撤销后可以', () => {
    const store = start();
    const added = store.commit(accepted(addSession(store.facts(), { date: day('2026-03-20'), start: 480, end: 570, periods: 2, category: 'public' }, ctx)));
    const id = added.items[0]!.key;
    const marked = store.commit(accepted(markAttendance(store.facts(), { cells: [{ sessionId: id as never, enrolmentId: enrolmentId(1), mark: PRESENT }] }, ctx)));
    expect(codes(undo(store, added))).toEqual(['undo-used-later']);
    store.commit(accepted(undo(store, marked)));
    accepted(undo(store, added));
  });

  it('恢复删掉的课次：课次号已被后来的课占用就不能', () => {
    const store = start();
    const gone = store.commit(accepted(deleteSession(store.facts(), { sessionId: sessionId(12), reason: '取消' }, ctx)));
    accepted(undo(store, gone));
    store.commit(accepted(addSession(store.facts(), { date: day('2026-03-20'), start: 480, end: 570, periods: 2, category: 'public' }, ctx)));
    expect(codes(undo(store, gone))).toEqual(['undo-conflict']);
  });

  it('恢复删掉的考勤：课次后来删了就不能', () => {
    const store = start();
    mark(store, 1, 1, PRESENT);
    const cleared = mark(store, 1, 1, null);
    store.commit(accepted(deleteSession(store.facts(), { sessionId: sessionId(1), reason: '取消' }, ctx)));
    expect(codes(undo(store, cleared))).toEqual(['undo-base-gone']);
  });

  it('课次改长之后登记的考勤还在，就不能改回短的；教师这类可以', () => {
    const store = start();
    const longer = store.commit(accepted(editSession(store.facts(), { sessionId: sessionId(1), patch: { end: 640 } }, ctx)));
    const teacher = store.commit(accepted(editSession(store.facts(), { sessionId: sessionId(2), patch: { teacher: '王老师' } }, ctx)));
    mark(store, 1, 1, late(120));
    mark(store, 1, 2, PRESENT);
    expect(codes(undo(store, longer))).toEqual(['undo-used-later']);
    accepted(undo(store, teacher));
  });

  it('退出撤销之后若已在别处登记，不能再“重做”退出', () => {
    const store = start();
    const left = store.commit(accepted(withdrawEnrolment(store.facts(), { enrolmentId: enrolmentId(1), on: day('2026-03-16'), reason: '调离' }, ctx)));
    const back = store.commit(accepted(undo(store, left)));
    mark(store, 1, 9, PRESENT);
    expect(codes(undo(store, back))).toEqual(['undo-used-later']);
  });

  it('没有改动的留痕没有可撤销的', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    const empty: Entry = { ...first, items: [] };
    expect(codes(undoEntry({ entries: [empty], later: [], enrolments: [] }, {}, ctx))).toEqual(['undo-nothing']);
  });

  it('内容已按规定删除的不能恢复', () => {
    const store = start();
    const first = mark(store, 1, 1, PRESENT);
    expect(codes(undoEntry({ entries: [{ ...first, items: [null] }], later: [], enrolments: [] }, {}, ctx))).toEqual(['undo-unreadable']);
    const { table, key } = first.items[0]!;
    expect(codes(undoEntry({ entries: [{ ...first, items: [{ table, key, enc: 'aes-256-gcm', cipher: 'xx' }] }], later: [], enrolments: [] }, {}, ctx))).toEqual(['undo-unreadable']);
  });
});

describe('撤销导入', () => {
  const rows = [1, 2, 3].map((n) => ({
    entry: { name: '学员甲', idKind: 'resident' as const, idNumber: idNumber(100 + n), post: '101', postSpelling: '土建施工员' },
    person: null,
    certificate: null,
    enrolment: null,
    take: [],
  }));
  const imported = (store: MemoryStore): Intent => accepted(importRoster(store.facts(), { rows, people: store.facts(), source: '名册' }, ctx));

  it('整次导入一步撤销', () => {
    const store = start();
    const before = store.records();
    const entry = store.commit(imported(store));
    store.commit(accepted(undo(store, entry)));
    expect(store.records()).toEqual(before);
  });

  it('分段写入的导入要各段齐全，作为一步撤销', () => {
    const intent = imported(start());
    const part = (from: number, to: number, n: number): Entry => entryOf({ ...intent, changes: intent.changes.slice(from, to) }, n, { id: 'I1', part: n, parts: 3 });
    const parts = [part(0, 5, 1), part(5, 9, 2), part(9, 9, 3)];
    expect(accepted(undoEntry({ entries: parts, later: [], enrolments: [] }, {}, ctx)).changes).toHaveLength(9);
    expect(codes(undoEntry({ entries: parts.slice(0, 2), later: [], enrolments: [] }, {}, ctx))).toEqual(['undo-import-partial']);
  });

  it('后来给其中一人登记了考勤，就不能撤销', () => {
    const store = start();
    const entry = store.commit(imported(store));
    const added = store.facts().enrolments.at(-1)!;
    store.commit(accepted(markAttendance(store.facts(), { cells: [{ sessionId: sessionId(1), enrolmentId: added.id, mark: PRESENT }] }, ctx)));
    expect(codes(undo(store, entry))).toEqual(['undo-used-later']);
  });
});

describe('撤销与已出具的文件', () => {
  const issue = (store: MemoryStore, person: number): Entry =>
    store.commit(
      accepted(
        issueHourCertificates(
          store.facts(),
          {
            certificates: [{ enrolmentId: enrolmentId(person), ceYear: 2025, number: 'JC-2026-0001', frozen: {}, pdf: 'ab'.repeat(32) }],
            judgements: [judged(person)],
            issued: [],
          },
          ctx,
        ),
      ),
    );

  it('之后为此人出具了证明的考勤不能撤销，别人的可以', () => {
    const store = start();
    const mine = mark(store, 1, 1, PRESENT);
    const other = mark(store, 2, 1, PRESENT);
    issue(store, 1);
    const result = undo(store, mine);
    expect(codes(result)).toEqual(['undo-issued']);
    expect(result.ok || result.error[0]!.values).toEqual({ documents: ['JC-2026-0001'] });
    accepted(undo(store, other));
  });

  it('课次、学员信息也一样', () => {
    const store = start();
    const session = store.commit(accepted(editSession(store.facts(), { sessionId: sessionId(3), patch: { teacher: '王老师' } }, ctx)));
    const person = store.commit(accepted(editPerson(store.facts(), { personId: personId(1), patch: { employer: '乙公司' } }, ctx)));
    const stranger = store.commit(accepted(editPerson(store.facts(), { personId: personId(2), patch: { employer: '乙公司' } }, ctx)));
    issue(store, 1);
    expect(codes(undo(store, session))).toEqual(['undo-issued']);
    expect(codes(undo(store, person))).toEqual(['undo-issued']);
    accepted(undo(store, stranger));
  });

  it('证明出具之后的改动可以撤销；出具本身不能撤销', () => {
    const store = start();
    const issued = issue(store, 1);
    accepted(undo(store, mark(store, 1, 1, PRESENT)));
    expect(codes(undo(store, issued))).toEqual(['undo-document']);
  });
});

describe('任意一步', () => {
  const marks = fc.constantFrom<Mark | null>(PRESENT, ABSENT, late(15), late('unknown'), null);
  const person = fc.integer({ min: 1, max: 3 });
  const session = fc.integer({ min: 1, max: 12 });
  type Step = (facts: CourseFacts, at: CommandContext) => CommandResult;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.array(fc.tuple(person, session, marks), { minLength: 1, maxLength: 6 }).map((cells): Step => (facts, at) =>
      markAttendance(facts, { cells: cells.map(([p, s, one]) => ({ sessionId: sessionId(s), enrolmentId: enrolmentId(p), mark: one })), reason: '核对' }, at)),
    session.map((s): Step => (facts, at) => markAllPresent(facts, { sessionId: sessionId(s) }, at)),
    session.map((s): Step => (facts, at) => deleteSession(facts, { sessionId: sessionId(s), reason: '取消', marks: 'delete' }, at)),
    fc.tuple(session, fc.integer({ min: 1, max: 4 })).map(([s, periods]): Step => (facts, at) => editSession(facts, { sessionId: sessionId(s), patch: { periods }, reason: '更正' }, at)),
    fc.constant<Step>((facts, at) => copyDay(facts, { from: day('2026-03-16'), to: day('2026-03-19') }, at)),
    fc.tuple(person, fc.integer({ min: 0, max: 100 })).map(([p, score]): Step => (facts, at) => recordAttempt(facts, { enrolmentId: enrolmentId(p), on: day('2026-03-20'), score }, at)),
    fc.tuple(person, fc.constantFrom('yes', 'no', 'unknown')).map(([p, answer]): Step => (facts, at) =>
      declare(facts, { enrolmentIds: [enrolmentId(p)], what: 'stillInPost', answer: answer as 'yes', source: '证明' }, at)),
    person.map((p): Step => (facts, at) => withdrawEnrolment(facts, { enrolmentId: enrolmentId(p), on: day('2026-03-18'), reason: '调离' }, at)),
  );

  it('做了再撤销，记录与没做过一样', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const store = start();
        const ids = context('2026-03-20', '20:00');
        for (const run of steps) {
          const before = store.records();
          const result = run(store.facts(), ids);
          if (!result.ok) continue;
          const entry = store.commit(result.value);
          store.commit(accepted(undo(store, entry)));
          expect(store.records()).toEqual(before);
          store.commit(accepted(undo(store, store.entries().at(-1)!)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('做了许多步，从最后一步起逐一撤销，回到最初', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = start();
        const before = store.records();
        const ids = context('2026-03-20', '20:00');
        const done: Entry[] = [];
        for (const run of steps) {
          const result = run(store.facts(), ids);
          if (result.ok) done.push(store.commit(result.value));
        }
        for (const entry of done.reverse()) store.commit(accepted(undo(store, entry)));
        expect(store.records()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('撤销任意一步，要么被拒绝，要么不留下没有着落的记录', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), fc.nat(), (steps, which) => {
        const store = start();
        const ids = context('2026-03-20', '20:00');
        const done: Entry[] = [];
        for (const run of steps) {
          const result = run(store.facts(), ids);
          if (result.ok) done.push(store.commit(result.value));
        }
        const entry = done[which % Math.max(done.length, 1)];
        const result = entry ? undo(store, entry) : null;
        if (!result?.ok) return;
        store.commit(result.value);
        const { marks: kept, sessions, enrolments, attempts } = store.records();
        for (const one of kept.values()) expect(sessions.has(one.sessionId) && enrolments.has(one.enrolmentId)).toBe(true);
        for (const one of attempts.values()) expect(enrolments.has(one.enrolmentId)).toBe(true);
        const numbers = [...sessions.values()].map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 200 },
    );
  });
});

it('没有前后值的改动是程序的错误', () => {
  expect(() => change('marks', null, null)).toThrow('without a record');
});
