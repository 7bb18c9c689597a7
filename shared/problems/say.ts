import type { Json } from '../basics/json';

const SHOWN = 8;

/** A value inside a sentence: a text or number as it is, a list joined by 、 (eight at most, then how many there are). */
export function say(value: Json | undefined): string {
  if (value === undefined || value === null) return '（空）';
  if (!isList(value)) return typeof value === 'object' ? '' : String(value);
  const shown = value.slice(0, SHOWN).map(say).join('、');
  return value.length > SHOWN ? `${shown} 等 ${value.length} 项` : shown;
}

/** Lessons by number inside a sentence: 第 1、2 课; of more than eight the first ones and how many there are. */
export function sayLessons(value: Json | undefined): string {
  const many = value !== undefined && isList(value) && value.length > SHOWN;
  if (!many) return `第 ${say(value)} 课`;
  return `第 ${say(value.slice(0, SHOWN))} 课等 ${value.length} 课`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
