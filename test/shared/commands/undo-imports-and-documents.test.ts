import { describe, expect, it } from 'vitest';
import { editPerson } from '../../../shared/commands/edit-person';
import { editSession } from '../../../shared/commands/edit-session';
import { importRoster } from '../../../shared/commands/import-roster';
import type { Intent } from '../../../shared/commands/intent';
import { issueHourCertificates } from '../../../shared/commands/issue-hour-certificates';
import { markAttendance } from '../../../shared/commands/mark-attendance';
import { undoEntry } from '../../../shared/commands/undo-entry';
import type { Entry } from '../../../shared/journal/entry';
import { enrolmentId, idNumber, judged, personId, PRESENT, sessionId } from '../facts-builder';
import { entryOf, type MemoryStore } from '../memory-store';
import { accepted, codes } from './outcome';
import { ctx, start, mark, undo } from './undoing';

describe('撤销导入', () => {
  const rows = [1, 2, 3].map((n) => ({
    entry: {
      name: '学员甲',
      idKind: 'resident' as const,
      idNumber: idNumber(100 + n),
      post: '101',
      postSpelling: '土建施工员',
    },
    person: null,
    certificate: null,
    enrolment: null,
    take: [],
  }));
  const imported = (store: MemoryStore): Intent =>
    accepted(importRoster(store.facts(), { rows, people: store.facts(), source: '名册' }, ctx));

  it('整次导入一步撤销', () => {
    const store = start();
    const before = store.records();
    const entry = store.commit(imported(store));
    store.commit(accepted(undo(store, entry)));
    expect(store.records()).toEqual(before);
  });

  it('分段写入的导入要各段齐全，作为一步撤销', () => {
    const intent = imported(start());
    const part = (from: number, to: number, n: number): Entry =>
      entryOf({ ...intent, changes: intent.changes.slice(from, to) }, n, { id: 'I1', part: n, parts: 3 });
    const parts = [part(0, 5, 1), part(5, 9, 2), part(9, 9, 3)];
    expect(accepted(undoEntry({ entries: parts, later: [], enrolments: [] }, {}, ctx)).changes).toHaveLength(9);
    expect(codes(undoEntry({ entries: parts.slice(0, 2), later: [], enrolments: [] }, {}, ctx))).toEqual([
      'undo-import-partial',
    ]);
  });

  it('后来给其中一人登记了考勤，就不能撤销', () => {
    const store = start();
    const entry = store.commit(imported(store));
    const added = store.facts().enrolments.at(-1)!;
    store.commit(
      accepted(
        markAttendance(
          store.facts(),
          { cells: [{ sessionId: sessionId(1), enrolmentId: added.id, mark: PRESENT }] },
          ctx,
        ),
      ),
    );
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
            certificates: [
              {
                enrolmentId: enrolmentId(person),
                ceYear: 2025,
                number: 'JC-2026-0001',
                frozen: {},
                pdf: 'ab'.repeat(32),
              },
            ],
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
    const session = store.commit(
      accepted(editSession(store.facts(), { sessionId: sessionId(3), patch: { teacher: '王老师' } }, ctx)),
    );
    const person = store.commit(
      accepted(editPerson(store.facts(), { personId: personId(1), patch: { employer: '乙公司' } }, ctx)),
    );
    const stranger = store.commit(
      accepted(editPerson(store.facts(), { personId: personId(2), patch: { employer: '乙公司' } }, ctx)),
    );
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
