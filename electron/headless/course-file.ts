import { parseDay, type Day } from '../../shared/basics/day';
import { fail, ok, type Result } from '../../shared/basics/result';
import type { Purpose } from '../../shared/records/course';

/** course.json. Dates that it does not have are taken from the other files. */
export interface CourseFile {
  readonly institution: string | null;
  readonly title: string;
  readonly purpose: Purpose;
  readonly ruleset: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

/** Reads course.json (title, purpose, ruleset, startsOn, endsOn, institution); the error is a Chinese sentence. */
export function readCourseFile(bytes: Uint8Array): Result<CourseFile, string> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('course.json 不是 UTF-8 编码的 JSON 文件。');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('course.json 中应是一个对象 { … }。');
  const fields = new Map(Object.entries(value));
  const text = (name: string): string | null => {
    const field = fields.get(name);
    return typeof field === 'string' && field.trim() !== '' ? field.trim() : null;
  };
  const [title, purpose, ruleset] = [text('title'), text('purpose'), text('ruleset')];
  if (title === null) return fail('course.json 中没有 title（班名）。');
  if (purpose !== 'annual' && purpose !== 'exchange')
    return fail('course.json 中的 purpose 应为 "annual"（年度继续教育）或 "exchange"（换证）。');
  if (ruleset === null) return fail('course.json 中没有 ruleset（规则）。');
  for (const name of ['startsOn', 'endsOn']) {
    if ((fields.get(name) ?? null) !== null && (text(name) === null || !parseDay(text(name)!)))
      return fail(`course.json 中的 ${name} 不是 2026-03-16 这样的日期。`);
  }
  const day = (name: string): Day | null => parseDay(text(name) ?? '');
  return ok({
    institution: text('institution'),
    title,
    purpose,
    ruleset,
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
  });
}
