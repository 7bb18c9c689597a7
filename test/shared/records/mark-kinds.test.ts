import { describe, expect, it } from 'vitest';
import { readMark } from '../../../shared/import/attendance-mark';
import { makePackage } from '../../../shared/package/make-package';
import { readPackage } from '../../../shared/package/read-package';
import { problemText } from '../../../shared/problems/catalogue';
import { emptyColumn, markAt, withMarks } from '../../../shared/records/attendance-column';
import { isMarkPossible } from '../../../shared/records/check-mark';
import { PRESENT, sameMark, type Mark } from '../../../shared/records/mark';
import { AWAY_KINDS, isAway, MARK_KIND_NAMES, MARK_KINDS, type MarkKind } from '../../../shared/records/mark-kinds';
import { MARK_WRITINGS, markLegend } from '../../../shared/records/mark-legend';
import { markText } from '../../../shared/records/mark-text';
import type { Session } from '../../../shared/records/session';
import { creditLines } from '../../../shared/regulation/credits';
import { parametersOn } from '../../../shared/regulation/parameters-on';
import { sampleClass } from '../documents/sample-class';
import { course, sessionId } from '../facts-builder';
import { ports } from '../package/sample-package';
import { sampleRecord } from '../package/sample-record';

/** A mark of each kind, as it is stored. */
const markOf = (kind: MarkKind): Mark => {
  if (isAway(kind)) return { kind };
  const { missed } = MARK_KINDS[kind];
  return missed === null ? PRESENT : { ...PRESENT, [missed]: 15 };
};
const EVERY = MARK_KIND_NAMES.map((kind) => [MARK_KINDS[kind].word, kind] as const);
const rows = MARK_KIND_NAMES.map((kind) => MARK_KINDS[kind]);
const repeated = (list: readonly unknown[]): readonly unknown[] => list.filter((one, i) => list.indexOf(one) !== i);

describe('考勤种类的表', () => {
  it('词、符号、按键各不相同；按键是一位数字', () => {
    for (const of of [rows.map(({ word }) => word), rows.map(({ sign }) => sign), rows.map(({ key }) => key)])
      expect(repeated(of)).toEqual([]);
    for (const { key } of rows) expect(key).toMatch(/^[1-9]$/);
  });

  it('列里的代码不改：出勤 1、缺勤 2、请假 3；每种不在场各有一个，0 是没有登记', () => {
    expect(MARK_KINDS).toMatchObject({ present: { column: 1 }, absent: { column: 2 }, leave: { column: 3 } });
    const codes = [MARK_KINDS.present.column, ...AWAY_KINDS.map((kind) => MARK_KINDS[kind].column)];
    expect(repeated(codes)).toEqual([]);
    for (const code of codes) expect(code > 0 && code < 256).toBe(true);
  });

  it('在场的几种存法、代码、学时算法与出勤相同，只差哪一头的分钟；不在场的以自己的名字存', () => {
    const attending = MARK_KIND_NAMES.filter((kind) => !isAway(kind)).map((kind) => MARK_KINDS[kind]);
    for (const { stored, column, credit } of attending)
      expect({ stored, column, credit }).toEqual({ stored: 'attended', column: 1, credit: 'stayed' });
    expect(repeated(attending.map(({ missed }) => missed))).toEqual([]);
  });

  it('没有一种写法归两种，每种写法都读得出', () => {
    const words = MARK_KIND_NAMES.flatMap((kind) =>
      (MARK_KINDS[kind].spellings as readonly (string | RegExp)[]).flatMap((one) =>
        typeof one === 'string' ? [[kind, one] as const] : [],
      ),
    );
    expect(repeated(words.map(([, word]) => word))).toEqual([]);
    for (const [kind, word] of words) {
      const { missed } = MARK_KINDS[kind];
      const mark = missed === null ? markOf(kind) : { ...PRESENT, [missed]: 'unknown' };
      expect([word, readMark(word)]).toEqual([word, mark]);
    }
    for (const kind of AWAY_KINDS) expect(readMark(MARK_KINDS[kind].word)).toEqual({ kind });
  });
});

describe.each(EVERY)('%s：处处认得', (_, kind) => {
  const mark = markOf(kind);

  it('登记在列里，取出来一样，不会变成另一种', () => {
    const column = withMarks(emptyColumn(sessionId(1)), [
      { index: 1, mark, recordedOn: course().facts().course.startsOn },
    ]);
    expect(markAt(column, 1)).toEqual(mark);
    for (const other of MARK_KIND_NAMES) expect(sameMark(mark, markOf(other))).toBe(other === kind);
  });

  it('写出来读得回去；图例和写法举例里有它', () => {
    expect(readMark(markText(mark))).toEqual(mark);
    const { sign, word } = MARK_KINDS[kind];
    for (const minutes of ['together', 'each'] as const) {
      expect(markLegend(minutes).join(' ')).toContain(sign);
      expect(markLegend(minutes).join(' ')).toContain(word);
    }
    expect(MARK_WRITINGS.some((writing) => writing.startsWith(sign))).toBe(true);
    for (const writing of MARK_WRITINGS) expect(readMark(writing)).not.toBe('unreadable');
  });

  it('看不懂的格子提示可以这样写', () => {
    const { next } = problemText({ code: 'mark-unreadable', level: 'error', values: {} });
    expect(next).toContain(MARK_KINDS[kind].sign);
  });

  it('能登记，算得出学时', () => {
    const facts = course().withPeople(1).withSessions(1).mark(1, 1, mark).facts();
    expect(isMarkPossible(mark, facts.sessions[0]!)).toBe(true);
    const parameters = parametersOn({ id: facts.course.ruleset }, [], facts.course.startsOn);
    const [line] = creditLines(facts, facts.enrolments[0]!, parameters);
    const stayed = MARK_KINDS[kind].missed === null ? 2 : 1;
    expect(line).toMatchObject({ state: 'credited', credited: MARK_KINDS[kind].credit === 'none' ? 0 : stayed });
  });
});

it('每种考勤都进得了材料包，读得回来', async () => {
  const marks = MARK_KIND_NAMES.map(markOf);
  const facts = sampleClass(marks.length);
  const [{ id, date }] = facts.sessions as readonly [Session, ...(readonly Session[])];
  const column = withMarks(
    emptyColumn(id),
    marks.map((mark, index) => ({ index, mark, recordedOn: date })),
  );
  const input = sampleRecord({ ...facts, attendance: new Map([...facts.attendance, [id, column]]) });
  const made = await makePackage(input, ports);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const read = await readPackage(made.value.bytes, ports);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const packed = read.value.package.facts.marks.filter(({ sessionId: of }) => of === id);
  expect(packed.map(({ mark }) => mark)).toEqual(marks);
});
