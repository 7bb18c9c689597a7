import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/basics/canonical-json';
import type { Json } from '../../../shared/basics/json';
import { factsProblems } from '../../../shared/package/facts-problems';
import { factsType, recordAt } from '../../../shared/package/facts-type';
import { jsonOf } from '../../../shared/package/json-of';
import { makePackage } from '../../../shared/package/make-package';
import { courseFactsOf, packageFacts, type PackageFacts } from '../../../shared/package/package-facts';
import { readPackage } from '../../../shared/package/read-package';
import { problemText } from '../../../shared/problems/catalogue';
import { misfitOf } from '../../../shared/records/describe';
import type { PersonId } from '../../../shared/records/ids';
import { judgeForeign } from '../../../shared/regulation/check-facts';
import { sampleClass } from '../documents/sample-class';
import { filesOf, forgedFrom, sealedPackage, utf8 } from './package-surgery';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

type Bent = { [part: string]: { [member: string]: unknown }[] } & {
  readonly course: { [member: string]: unknown };
  readonly ruleset: { [member: string]: unknown };
};

const FACTS = 'data/facts.json';
const INDEX = 'data/index.json';

let annual: Uint8Array;
beforeAll(() => {
  annual = sealedPackage('annual');
});

async function bent(changes: { readonly [path: string]: (value: Bent) => void }, from = annual) {
  const bytes = await forgedFrom(from, (files) => {
    for (const [path, change] of Object.entries(changes)) {
      const value = JSON.parse(new TextDecoder().decode(files.get(path)!)) as Bent;
      change(value);
      files.set(path, utf8(canonicalJson(value as unknown as Json)));
    }
  });
  return readPackage(bytes, ports);
}

async function refusal(changes: Parameters<typeof bent>[0]): Promise<readonly [code: string, sentence: string]> {
  const result = await bent(changes);
  if (result.ok) return ['accepted', ''];
  return [result.error.code, problemText(result.error).sentence];
}

const set = (part: string, at: number, members: object) => (facts: Bent) =>
  void Object.assign(facts[part]![at]!, members);

describe('材料包的记录：摘要都对，意思不对的逐一拒绝，说出是哪条记录、哪一项', () => {
  it.each<[string, (facts: Bent) => void, string, string]>([
    ['日历上没有的日期', set('sessions', 0, { date: '2026-99-99' }), 'package-schema', '的“日期”应为日历上有的日期'],
    ['二月三十日', set('persons', 0, { birthDate: '1980-02-30' }), 'package-schema', '学员“person-0000”的“出生日期”'],
    ['负的学时', set('sessions', 0, { periods: -2 }), 'package-schema', '的“学时”应为 0 至 99 的整数'],
    [
      '2 的 52 次方的登记序',
      set('enrolments', 0, { index: 2 ** 52 }),
      'package-schema',
      '报名“enrolment-0000”的“登记序”',
    ],
    ['先下课后上课', set('sessions', 0, { start: 700, end: 600 }), 'package-schema', '的“结束”应晚于开始'],
    ['101 分', set('attempts', 0, { score: 101 }), 'package-schema', '的“成绩”应为 0 至 100 的分数'],
    ['备注混进来', set('persons', 0, { note: '内部' }), 'package-schema', '的“备注”没有这一项'],
    [
      '两份报名同一个登记序',
      set('enrolments', 0, { index: 1 }),
      'package-contradiction',
      '的“登记序”与“enrolment-0000”的重复',
    ],
    ['两节课同一个课次', set('sessions', 1, { number: 1 }), 'package-contradiction', '的“课次”与'],
    ['没有的学员', set('enrolments', 0, { personId: 'nobody' }), 'package-contradiction', '指向的学员“nobody”不存在'],
    [
      '没有的证书',
      set('enrolments', 0, { certificateId: 'none' }),
      'package-contradiction',
      '指向的证书“none”不存在',
    ],
    [
      '证书没有主人',
      set('certificates', 0, { personId: 'nobody' }),
      'package-contradiction',
      '证书“certificate-0000”的“学员”',
    ],
    ['考勤没有课次', set('marks', 0, { sessionId: 'none' }), 'package-contradiction', '考勤“none:'],
    [
      '补课没有所补的课',
      set('sessions', 0, { makesUpFor: 'none' }),
      'package-contradiction',
      '的“所补课次”指向的课次“none”不存在',
    ],
    [
      '学时没有证书',
      set('outsideHours', 0, { certificateId: 'none' }),
      'package-contradiction',
      '线上或往年学时“h-1”',
    ],
    [
      '年度认定没有对象',
      set('ceYearChoices', 0, { target: { outsideHours: 'none' } }),
      'package-contradiction',
      '的“对象”',
    ],
    ['归属没有报名', set('professionalChoices', 0, { enrolmentId: 'none' }), 'package-contradiction', '的“计入报名”'],
    [
      '学员写了两遍',
      (facts) => void facts['persons']!.push(facts['persons']![0]!),
      'package-contradiction',
      '学员“person-0000”的“编号”出现了两次',
    ],
    ['并入自己', set('persons', 0, { mergedInto: 'person-0000' }), 'package-schema', '的“并入”不能并入自己'],
    [
      '互相并入',
      (facts) => {
        Object.assign(facts['persons']![0]!, { mergedInto: facts['persons']![1]!['id'] });
        Object.assign(facts['persons']![1]!, { mergedInto: facts['persons']![0]!['id'] });
      },
      'package-contradiction',
      '学员“person-0000”的“并入”绕成一圈',
    ],
    [
      '参数不在范围内',
      set('parameterSettings', 0, { value: -5 }),
      'package-schema',
      '核验参数“hubei-annual/pass-mark”的“数值”',
    ],
    [
      '没有的参数',
      set('parameterSettings', 0, { parameter: 'none' }),
      'package-schema',
      '的“参数”“none”本程序不认识',
    ],
    [
      '别班的规则不认识',
      (facts) => void Object.assign((facts['otherCourses']![0] as unknown as Bent).course, { ruleset: 'mars-1' }),
      'package-ruleset-wrong',
      '培训班“course-other”的“适用规则”“mars-1”本程序不认识',
    ],
  ])('%s', async (_what, change, code, words) => {
    const [found, sentence] = await refusal({ [FACTS]: change });
    expect(found).toBe(code);
    expect(sentence).toContain(words);
  });

  it('规则不认识、规则是另一种业务的、目录和记录不是同一套', async () => {
    const ruleset = (id: string) => ({
      [FACTS]: (facts: Bent) => void Object.assign(facts.course, { ruleset: id }),
      [INDEX]: (index: Bent) => void Object.assign(index.ruleset, { id }),
    });
    expect(await refusal(ruleset('mars-1'))).toEqual([
      'package-ruleset-wrong',
      expect.stringContaining('“mars-1”本程序不认识'),
    ]);
    expect(await refusal(ruleset('hubei-2020-37-exchange'))).toEqual([
      'package-ruleset-wrong',
      expect.stringContaining('“hubei-2020-37-exchange”是另一种业务类型的'),
    ]);
    expect(await refusal({ [FACTS]: ruleset('mars-1')[FACTS]! })).toMatchObject(['package-contradiction', /ruleset/]);
  });

  it('规则是另一版或内容不同：读得出，说明不同', async () => {
    for (const change of [{ digest: 'ab'.repeat(32) }, { version: '0.9' }]) {
      const result = await bent({ [INDEX]: (index) => void Object.assign(index.ruleset, change) });
      expect(result).toMatchObject({
        ok: true,
        value: { notices: [{ code: 'package-ruleset-differs', level: 'warning' }] },
      });
    }
  });
});

describe('2026 年 11 月封存的材料包', () => {
  const read = async (name: string) => {
    const result = await readPackage(sealedPackage(name), ports);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };

  it.each(['annual', 'exchange'])('%s 照样读得出，没有可说的；再核验结论相同；记录再写一遍一字不差', async (name) => {
    const { package: sealed, notices } = await read(name);
    expect(notices).toEqual([]);
    const facts = courseFactsOf(sealed.facts);
    const judged = judgeForeign(facts, sealed.index.judgedOn);
    if (!judged.ok) throw new Error(JSON.stringify(judged.error));
    const verdicts = new Map(judged.value.map((judgement) => [judgement.enrolmentId, judgement]));
    expect(sealed.findings.people.length).toBeGreaterThan(0);
    for (const judgement of sealed.findings.people) expect(verdicts.get(judgement.enrolmentId)).toEqual(judgement);
    const again = canonicalJson(jsonOf(packageFacts(facts, sealed.index.submitted)));
    expect(again).toBe(new TextDecoder().decode(sealed.read(FACTS)!));
  });

  it('annual 里每一种记录都有', async () => {
    const { facts } = (await read('annual')).package;
    for (const [part, records] of Object.entries(facts))
      if (part !== 'evidence' && part !== 'barred' && Array.isArray(records)) expect(records, part).not.toEqual([]);
  });

  it('合并的学员不在包中：读得出，说出是谁并入谁；再核验时按名拒绝，不抛错', async () => {
    const { package: sealed, notices } = await read('dangling-merge');
    expect(notices).toMatchObject([{ code: 'package-merge-lost', level: 'warning' }]);
    expect(problemText(notices[0]!).sentence).toContain('学员“person-0000”的“并入”指向的学员“person-a”不存在');
    expect(judgeForeign(courseFactsOf(sealed.facts), sealed.index.judgedOn)).toMatchObject({
      ok: false,
      error: [{ kind: 'nowhere', table: 'persons', key: 'person-0000', at: 'mergedInto' }],
    });
  });

  it('这样的包不再写出', async () => {
    const facts = sampleClass(4);
    const lost = { ...facts.persons.get('person-0000' as PersonId)!, mergedInto: 'person-x' as PersonId };
    const persons = new Map(facts.persons).set(lost.id, lost);
    expect(await makePackage(sampleRecord({ ...facts, persons }), ports)).toMatchObject({
      ok: false,
      error: { code: 'package-merge-lost', level: 'error' },
    });
  });
});

describe('记录里任何一处换成别的东西', () => {
  const SEED = Number(process.env['XSB_SEED'] ?? 20_261_130);
  const MUTATIONS = Number(process.env['XSB_MUTATIONS'] ?? 1_000);
  const ODD: readonly Json[] = [
    null,
    -1,
    0.5,
    2 ** 52,
    1e308,
    '',
    '2026-99-99',
    '2026-02-30',
    'x',
    true,
    [],
    {},
    ['x'],
    { kind: 'left' },
    '__proto__',
    '9999-12-31',
  ];

  it(`要么按名拒绝，要么照样核验，从不抛错（种子 ${SEED}）`, () => {
    let state = SEED;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const text = new TextDecoder().decode(filesOf(annual).get(FACTS)!);
    const seen = new Map<string, number>();
    const type = factsType();
    for (let n = 0; n < MUTATIONS; n++) {
      const facts = JSON.parse(text) as { [name: string]: unknown };
      let spot: { [name: string]: unknown } = facts;
      for (;;) {
        const names = Object.keys(spot);
        const name = names[random(names.length)]!;
        const inner = spot[name];
        const deeper = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0;
        if (deeper && random(8) > 0) spot = inner as typeof spot;
        else {
          if (random(10) === 0 && !Array.isArray(spot)) delete spot[name];
          else spot[name] = ODD[random(ODD.length)];
          break;
        }
      }
      const misfit = misfitOf(type, facts);
      if (misfit) {
        expect(misfit.says).toMatch(/\p{Script=Han}/u);
        recordAt(facts, misfit.at);
        seen.set('misfit', (seen.get('misfit') ?? 0) + 1);
        continue;
      }
      const { refusal: refused } = factsProblems(facts as unknown as PackageFacts);
      const kind = refused?.code ?? 'accepted';
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (refused) expect(problemText(refused).sentence).toMatch(/\p{Script=Han}/u);
      else judgeForeign(courseFactsOf(facts as unknown as PackageFacts), '2026-03-24' as never);
    }
    expect([...seen.keys()].sort()).toEqual([
      'accepted',
      'misfit',
      'package-contradiction',
      'package-ruleset-wrong',
      'package-schema',
    ]);
  });
});
