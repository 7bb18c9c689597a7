import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { RULE_IDS, type Outcome, type RuleId, type Severity } from '../../shared/regulation/finding';
import { ruleTitle } from '../../shared/regulation/rules';
import { asFields, asList, asText, CaseError, matched, word, type Fields } from './fields';
import { readSituation, SITUATION_KEYS, type Situation } from './situation';

/** What a case expects of one rule. */
export interface Expected {
  readonly rule: RuleId;
  readonly outcome: Outcome;
  readonly severity: Severity | null;
  readonly detail: string;
  readonly values: Fields;
  /** Text that the verdict, the repair or the provisional lines must contain. */
  readonly words: readonly string[];
}

export interface Case {
  readonly file: string;
  readonly title: string;
  readonly name: string;
  readonly situation: Situation;
  readonly expected: readonly Expected[];
}

const OUTCOMES = { 符合: 'met', 不符合: 'notMet', 不适用: 'notApplicable', 无法判定: 'cannotTell' } as const;
const SEVERITIES = { 错误: 'error', 警告: 'warning', 提示: 'info' } as const;
const IDS: { readonly [title: string]: RuleId } = Object.fromEntries(RULE_IDS.map((id) => [ruleTitle(id), id]));

function readExpected(title: string, value: unknown, where: string): Expected {
  const fields = typeof value === 'string' ? { 结论: value } : asFields(value, where, ['结论', '值', '说明']);
  const said = matched(
    fields['结论'],
    where,
    /^(?<outcome>符合|不符合|不适用|无法判定)(?: (?<severity>错误|警告|提示))? (?<detail>[a-z-]+)$/,
  );
  return {
    rule: word(title, where, IDS),
    outcome: word(said['outcome'], where, OUTCOMES),
    severity: said['severity'] === undefined ? null : word(said['severity'], where, SEVERITIES),
    detail: said['detail']!,
    values: (fields['值'] ?? {}) as Fields,
    words: asList(fields['说明'] ?? [], where).map((text) => asText(text, where)),
  };
}

/** Reads one case; throws a CaseError that names the file, the case and the key. */
export function readCase(value: unknown, file: string): Case {
  const fields = asFields(value, file, ['情形', '应得', ...SITUATION_KEYS]);
  const title = asText(fields['情形'], `${file}.情形`);
  const where = `${file}「${title}」`;
  const situation = readSituation(fields, where);
  const expected = Object.entries(asFields(fields['应得'], `${where}.应得`, Object.keys(IDS))).map(([rule, said]) =>
    readExpected(rule, said, `${where}.应得.${rule}`),
  );
  if (expected.length === 0) throw new CaseError(`${where}：没有写应得`);
  return { file, title, name: [...situation.facts.persons.values()][0]!.name, situation, expected };
}

/** All cases of the folder, file by file. */
export function readCases(folder: string): Case[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) =>
      asList(parse(fs.readFileSync(path.join(folder, name), 'utf8')), name).map((value) => readCase(value, name)),
    );
}
