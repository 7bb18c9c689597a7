import type { Day } from '../../shared/basics/day';
import { fail, ok, type Result } from '../../shared/basics/result';
import { decodeText } from '../../shared/engines/decode-text';
import type { Purpose } from '../../shared/records/course';
import { typedDay } from './typed-day';

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
  const decoded = decodeText(bytes);
  if (!decoded.ok || decoded.value.trim() === '') return fail('course.json 是空的，或者不是文本文件。');
  let value: unknown;
  try {
    value = JSON.parse(decoded.value);
  } catch {
    return fail('course.json 不是完整的 JSON：检查引号、逗号和括号，或重新保存。');
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
    if ((fields.get(name) ?? null) !== null && (text(name) === null || !typedDay(text(name)!)))
      return fail(`course.json 中的 ${name} 不是 2026-03-16 这样的日期。`);
  }
  const day = (name: string): Day | null => typedDay(text(name) ?? '');
  return ok({
    institution: text('institution'),
    title,
    purpose,
    ruleset,
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
  });
}
