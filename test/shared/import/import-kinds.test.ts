import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { instant } from '../../../shared/basics/instant';
import { emptyForm } from '../../../shared/import/empty-form';
import type { StoredPart, StoredRecords } from '../../../shared/import/import-kind-spec';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/import/import-kinds';
import { choiceAnswer, type ChoiceQuestion } from '../../../shared/import/import-question';
import { context, course } from '../facts-builder';

const KINDS = Object.keys(IMPORT_KINDS) as ImportKind[];
const facts = course().withPeople(2).withSessions(3).facts();
const STORED: StoredRecords = { facts, people: facts, otherSessions: [], barred: [], institution: null };

/** Only what a kind says that it needs; anything else throws. */
const only = (kind: ImportKind): StoredRecords => {
  const needs: readonly StoredPart[] = IMPORT_KINDS[kind].needs;
  const declared = Object.fromEntries(needs.map((part) => [part, STORED[part]]));
  return new Proxy(declared, {
    get: (parts, part) => {
      // The title of an empty form asks whether there is a course at all.
      if (part in parts || part === 'facts') return Reflect.get(parts, part) as unknown;
      throw new Error(`${kind} does not say that it needs ${String(part)}`);
    },
  }) as unknown as StoredRecords;
};

describe('每一种导入', () => {
  it.each(KINDS)('%s：站在自己的名下，该说的话都有，与别的种类不混', (kind) => {
    const { reader, words } = IMPORT_KINDS[kind];
    expect(reader.kind).toBe(kind);
    for (const word of Object.values(words).flat()) expect(word).not.toBe('');
    expect(words.reasons.length).toBeGreaterThan(0);
    for (const said of ['title', 'file', 'kept'] as const)
      expect(KINDS.filter((other) => IMPORT_KINDS[other].words[said] === words[said])).toEqual([kind]);
  });

  it.each(KINDS)('%s：只用到声明过的已登记内容，培训班排在最前', (kind) => {
    const { context: contextOf, questions, sessions, command, needs } = IMPORT_KINDS[kind];
    const stored = only(kind);
    contextOf(stored, day('2026-03-20'), {});
    sessions?.(stored);
    const names = questions?.(stored).map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    const nothing = command(stored, [], { fileName: 'x.xlsx', answers: {}, reason: undefined }, context());
    expect(nothing.ok).toBe(false);
    expect(emptyForm(kind, stored, { created: instant(0), author: 'x' }).sheets[0]!.columns.length).toBeGreaterThan(
      2,
    );
    expect((needs as readonly StoredPart[]).indexOf('facts')).toBeLessThan(1);
  });

  it('黑名单：有名单时才问是增加还是换掉', () => {
    const asked = (barred: StoredRecords['barred']) =>
      IMPORT_KINDS.barred.questions!({ barred, institution: null }).map(({ name }) => name);
    expect(asked(null)).toEqual(['source']);
    expect(asked([])).toEqual(['source', 'mode']);
  });
});

describe('选择题的回答', () => {
  const MODE: ChoiceQuestion<'add' | 'replace'> = {
    ask: 'choice',
    name: 'mode',
    label: '已有名单时',
    choices: [
      { value: 'add', label: '增加' },
      { value: 'replace', label: '换掉' },
    ],
  };
  it.each([
    [{}, 'add'],
    [{ mode: 'replace' }, 'replace'],
    [{ mode: 'constructor' }, 'add'],
  ])('%o → %s', (answers, chosen) => expect(choiceAnswer(answers, MODE)).toBe(chosen));
});
