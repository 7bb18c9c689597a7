import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/basics/result';
import { needsReason, refuse, refusedFor, unchanged } from '../../../shared/commands/conclude';
import type { Change, CommandResult } from '../../../shared/commands/intent';
import { joinIntents } from '../../../shared/commands/join-intents';
import { problem } from '../../../shared/problems/catalogue';

const change = (key: string): Change => ({ table: 'ceYearChoices', key, before: null, after: null });
const intent = (key: string): CommandResult =>
  ok({ kind: 'ce-year.choose', reason: '补上一年度', changes: [change(key)] });
const nothing = unchanged(problem('nothing-changed'), []);

describe('几件同类的事合成一条留痕', () => {
  it('改动合在一起，理由只有一个；没有变化的不算', () => {
    expect(joinIntents([intent('a'), nothing, intent('b')])).toEqual(
      ok({ kind: 'ce-year.choose', reason: '补上一年度', changes: [change('a'), change('b')] }),
    );
  });
  it('有一件被拒绝，整体拒绝；相同的问题只说一次', () => {
    const refused = refusedFor(needsReason('', '改变学时所属年度'));
    const joined = joinIntents([intent('a'), refused, refused]);
    expect(joined).toMatchObject({ ok: false, error: [{ code: 'reason-missing' }] });
    expect(joined.ok ? [] : joined.error).toHaveLength(1);
    expect(joined).toMatchObject({ kind: 'needs-reason', question: { values: { what: '改变学时所属年度' } } });
    const wrong = refuse('ce-year-target-unknown');
    expect(joinIntents([intent('a'), refused, wrong])).toEqual({
      ok: false,
      kind: 'refused',
      error: [problem('reason-missing', { what: '改变学时所属年度' }, 'reason'), problem('ce-year-target-unknown')],
    });
  });
  it('一件也没有变化，照实说', () => {
    expect(joinIntents([nothing, nothing])).toEqual(nothing);
  });
});
