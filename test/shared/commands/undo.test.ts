import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addSession } from '../../../shared/commands/add-session';
import { change } from '../../../shared/commands/conclude';
import { deleteSession } from '../../../shared/commands/delete-session';
import { editSession } from '../../../shared/commands/edit-session';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { undoEntry } from '../../../shared/commands/undo-entry';
import { withdrawEnrolment } from '../../../shared/commands/withdraw-enrolment';
import type { Entry } from '../../../shared/journal/entry';
import { ABSENT, enrolmentId, late, PRESENT, sessionId } from '../facts-builder';
import { accepted, codes } from './outcome';
import { ctx, base, start, mark, undo } from './undoing';

describe('撤销', () => {
  it('恢复改动前的值，指明撤销的是哪一条', () => {
    const store = start(base.mark(1, 1, PRESENT).facts());
    const entry = mark(store, 1, 1, ABSENT);
    const intent = accepted(undo(store, entry));
    expect(intent).toMatchObject({
      kind: 'entry.undo',
      parents: [entry.hash],
      changes: [
        {
          table: 'marks',
          key: 'S1:E1',
          before: { mark: ABSENT },
          after: { mark: PRESENT, recordedOn: '2026-03-16' },
        },
      ],
    });
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
    const added = store.commit(
      accepted(
        addSession(
          store.facts(),
          { date: day('2026-03-20'), start: 480, end: 570, periods: 2, category: 'public' },
          ctx,
        ),
      ),
    );
    const id = added.items[0]!.key;
    const marked = store.commit(
      accepted(
        markAttendance(
          store.facts(),
          { cells: [{ sessionId: id as never, enrolmentId: enrolmentId(1), mark: PRESENT }] },
          ctx,
        ),
      ),
    );
    expect(codes(undo(store, added))).toEqual(['undo-used-later']);
    store.commit(accepted(undo(store, marked)));
    accepted(undo(store, added));
  });

  it('恢复删掉的课次：课次号已被后来的课占用就不能', () => {
    const store = start();
    const gone = store.commit(
      accepted(deleteSession(store.facts(), { sessionId: sessionId(12), reason: '取消' }, ctx)),
    );
    accepted(undo(store, gone));
    store.commit(
      accepted(
        addSession(
          store.facts(),
          { date: day('2026-03-20'), start: 480, end: 570, periods: 2, category: 'public' },
          ctx,
        ),
      ),
    );
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
    const longer = store.commit(
      accepted(editSession(store.facts(), { sessionId: sessionId(1), patch: { end: 640 } }, ctx)),
    );
    const teacher = store.commit(
      accepted(editSession(store.facts(), { sessionId: sessionId(2), patch: { teacher: '王老师' } }, ctx)),
    );
    mark(store, 1, 1, late(120));
    mark(store, 1, 2, PRESENT);
    expect(codes(undo(store, longer))).toEqual(['undo-used-later']);
    accepted(undo(store, teacher));
  });

  it('退出撤销之后若已在别处登记，不能再“重做”退出', () => {
    const store = start();
    const left = store.commit(
      accepted(
        withdrawEnrolment(store.facts(), { enrolmentId: enrolmentId(1), on: day('2026-03-16'), reason: '调离' }, ctx),
      ),
    );
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
    expect(codes(undoEntry({ entries: [{ ...first, items: [null] }], later: [], enrolments: [] }, {}, ctx))).toEqual([
      'undo-unreadable',
    ]);
    const { table, key } = first.items[0]!;
    expect(
      codes(
        undoEntry(
          {
            entries: [{ ...first, items: [{ table, key, enc: 'aes-256-gcm', cipher: 'xx' }] }],
            later: [],
            enrolments: [],
          },
          {},
          ctx,
        ),
      ),
    ).toEqual(['undo-unreadable']);
  });
});

it('没有前后值的改动是程序的错误', () => {
  expect(() => change('marks', null, null)).toThrow('without a record');
});
