import type { Day } from '../../shared/basics/day';
import { fail, ok, type Result } from '../../shared/basics/result';
import { typedDay } from './typed-day';

/** What `npm run judge --` was asked to do. */
export interface JudgeArguments {
  readonly folder: string;
  readonly on: Day | null;
  readonly json: string | null;
}

export const USAGE = '用法：npm run judge -- <文件夹> [--on 2026-03-20] [--json 结果.json]';

/** Reads the arguments behind the program's name; the error is a Chinese sentence. */
export function judgeArguments(list: readonly string[]): Result<JudgeArguments, string> {
  const folders: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!;
    if (!word.startsWith('--')) {
      folders.push(word);
      continue;
    }
    const [name, inline] = word.split(/=(.*)/s);
    if (name !== '--on' && name !== '--json') return fail(`不认识的选项 ${word}。`);
    const value = inline ?? list[++i];
    if (value === undefined || value === '') return fail(`${name} 后面没有内容。`);
    options.set(name, value);
  }
  if (folders.length !== 1)
    return fail(folders.length === 0 ? '没有写明要核验的文件夹。' : '一次只能核验一个文件夹。');
  const day = options.get('--on');
  const on = day === undefined ? null : typedDay(day);
  if (day !== undefined && !on) return fail(`--on 后面的“${day}”不是 2026-03-20 这样的日期。`);
  return ok({ folder: folders[0]!, on, json: options.get('--json') ?? null });
}
