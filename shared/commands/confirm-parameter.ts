import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { isBlank } from '../records/patch';
import type { ParameterSetting } from '../records/settings';
import type { Parameter } from '../regulation/parameter';
import { isSettable, isValueOf, parameterById } from '../regulation/parameters-on';
import { rulesetById } from '../regulation/rulesets';
import { change, conclude, refuse, type Correction } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface ConfirmParameterInput extends Correction {
  readonly ruleset: string;
  readonly parameter: string;
  readonly value: ParameterSetting['value'];
  /** What the institution rests it on: letter, phone call with date and name, own rule. */
  readonly source: string;
}

/** The institution confirms or sets a value that no text fixes. From then on it is not shown as 未经文件确认. */
export function confirmParameter(
  settings: readonly ParameterSetting[],
  { ruleset, parameter, value, source, reason, parents }: ConfirmParameterInput,
  ctx: CommandContext,
): CommandResult {
  const known = parameterById(parameter);
  if (!rulesetById(ruleset) || !known) return refuse('parameter-unknown', { ruleset, parameter });
  const id = `${ruleset}/${parameter}`;
  const before = settings.find((setting) => setting.id === id) ?? null;
  const confirmedOn: Day =
    before && before.value === value && before.source === source.trim() ? before.confirmedOn : ctx.today;
  const after: ParameterSetting = { id, ruleset, parameter, value, source: source.trim(), confirmedOn };
  const problems: Problem[] = [];
  if (isBlank(source)) problems.push(problem('source-missing', { what: '参数' }, 'source'));
  if (!isSettable(known, ctx.today)) problems.push(problem('parameter-fixed', { title: known.title }, 'value'));
  else if (!isValueOf(known, value))
    problems.push(problem('parameter-value', { title: known.title, value, allowed: allowedText(known) }, 'value'));
  return conclude({
    kind: 'parameter.confirm',
    changes: [change('parameterSettings', before, after)],
    problems,
    reason,
    parents,
  });
}

function allowedText({ options, range, unit }: Parameter): string {
  if (options) return options.map(({ title }) => title).join('或');
  return range ? ` ${range[0]} 至 ${range[1]} 之间的整数（${unit || '无单位'}）` : '整数';
}
