import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { ParameterSetting } from '../../../shared/records/settings';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { RULE_IDS } from '../../../shared/regulation/finding';
import { PARAMETERS } from '../../../shared/regulation/parameters';
import { isSettable, isValueOf, parameterById, parametersOn } from '../../../shared/regulation/parameters-on';
import type { Parameter } from '../../../shared/regulation/parameter';
import { RULES } from '../../../shared/regulation/rules';
import { rulesetById, rulesetFor, rulesetOf, RULES_OF, RULESETS } from '../../../shared/regulation/rulesets';
import { makeCourse, makeFacts } from './course-facts';

const setting = (parameter: string, value: number | string | boolean): ParameterSetting => ({
  id: `hubei-annual/${parameter}`,
  ruleset: 'hubei-annual',
  parameter,
  value,
  source: '市局口头答复',
  confirmedOn: day('2026-01-05'),
});

describe('规则集', () => {
  it('按编号取得，没有的就是没有', () => {
    expect(rulesetById('hubei-annual')).toBe(rulesetFor('annual'));
    expect(rulesetById('hubei-2020-37-exchange')).toBe(rulesetFor('exchange'));
    expect(rulesetById('zhejiang')).toBeNull();
  });

  it('不存在、业务不符、不在施行期内的都拒绝，不用别的代替', () => {
    const refused = (given: Parameters<typeof makeCourse>[1], purpose: 'annual' | 'exchange' = 'exchange') =>
      rulesetOf(makeCourse(purpose, given));
    expect(refused({ ruleset: 'hubei-2019' })).toEqual({ ok: false, error: 'ruleset-unknown' });
    expect(refused({ ruleset: 'hubei-annual' })).toEqual({ ok: false, error: 'ruleset-purpose' });
    expect(refused({ startsOn: day('2020-07-05') })).toEqual({ ok: false, error: 'ruleset-not-in-force' });
    expect(refused({ startsOn: day('2020-07-06') }).ok).toBe(true);
    expect(refused({ startsOn: day('2020-12-31') }).ok).toBe(true);
    expect(refused({ startsOn: day('2021-01-01') })).toEqual({ ok: false, error: 'ruleset-not-in-force' });
    expect(() =>
      judgeCourse(
        makeFacts('annual', { course: makeCourse('annual', { ruleset: 'hubei-2019' }) }),
        day('2026-03-20'),
      ),
    ).toThrow('ruleset-unknown');
  });

  it('每条规则都归某个规则集，业务一致，没有重复', () => {
    expect(new Set(RULESETS.flatMap(({ rules }) => rules.map(({ id }) => id)))).toEqual(new Set(RULE_IDS));
    for (const { purpose, rules } of RULESETS) {
      expect(RULES_OF[purpose]).toEqual(rules.map(({ id }) => id));
      expect(new Set(rules).size).toBe(rules.length);
      expect(
        Object.values(RULES)
          .filter((rule) => (rule.purposes as readonly string[]).includes(purpose))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(rules.map(({ id }) => id).sort());
    }
  });

  it('规则用到的参数都列在规则集里', () => {
    for (const { purpose, parameters } of RULESETS) {
      const listed = new Set<string>(parameters.map((name) => PARAMETERS[name].id));
      const facts = makeFacts(purpose);
      for (const { findings } of judgeCourse(facts, facts.course.endsOn)) {
        for (const finding of findings)
          for (const { id } of finding.parameters)
            expect({ rule: finding.rule, id, listed: listed.has(id) }).toEqual({
              rule: finding.rule,
              id,
              listed: true,
            });
      }
    }
  });
});

describe('参数', () => {
  it('每个值都有日期、来源和核对日期，按日期排列', () => {
    for (const { values, id } of Object.values(PARAMETERS) as Parameter[]) {
      expect(values.length, id).toBeGreaterThan(0);
      for (const { source, lastChecked, from } of values) {
        expect(source).not.toBe('');
        expect(lastChecked >= from).toBe(true);
      }
      expect(values.map(({ from }) => from)).toEqual(values.map(({ from }) => from).toSorted());
    }
  });

  it('没有设置时用规则集的值，没有文件依据的标为未确认', () => {
    const values = parametersOn({ id: 'hubei-annual' }, [], day('2026-03-16'));
    expect([values.totalPeriods.value, values.totalPeriods.confirmed]).toEqual([32, true]);
    expect([values.passMark.value, values.passMark.confirmed]).toEqual([60, false]);
    expect([values.ceConvention.value, values.ceConvention.confirmed]).toEqual(['anniversary', false]);
  });

  it('机构确认后用机构的值和依据', () => {
    const values = parametersOn({ id: 'hubei-annual' }, [setting('pass-mark', 70)], day('2026-03-16'));
    expect(values.passMark).toMatchObject({
      value: 70,
      confirmed: true,
      source: '市局口头答复',
      since: '2026-01-05',
    });
    expect(
      parametersOn({ id: 'hubei-2020-37-exchange' }, [setting('pass-mark', 70)], day('2020-10-12')).passMark.value,
    ).toBe(60);
  });

  it('文件写明的值不能改', () => {
    expect(isSettable(parameterById('total-periods')!, day('2026-03-16'))).toBe(false);
    expect(isSettable(parameterById('tolerance')!, day('2026-03-16'))).toBe(true);
    expect(
      parametersOn({ id: 'hubei-annual' }, [setting('total-periods', 20)], day('2026-03-16')).totalPeriods.value,
    ).toBe(32);
    expect(parameterById('no-such')).toBeNull();
  });

  it('只接受讲得通的值', () => {
    const passMark = parameterById('pass-mark')!;
    expect([
      isValueOf(passMark, 60),
      isValueOf(passMark, 0),
      isValueOf(passMark, 60.5),
      isValueOf(passMark, '60'),
    ]).toEqual([true, false, false, false]);
    const reading = parameterById('age-reading')!;
    expect([isValueOf(reading, 'birthday'), isValueOf(reading, 'other')]).toEqual([true, false]);
    expect(() => parametersOn({ id: 'hubei-annual' }, [setting('pass-mark', 101)], day('2026-03-16'))).toThrow(
      'pass-mark',
    );
  });

  it('文件以前的日期没有值', () => {
    expect(() => parametersOn({ id: 'hubei-annual' }, [], day('2020-07-05'))).toThrow('2020-07-05');
  });
});
