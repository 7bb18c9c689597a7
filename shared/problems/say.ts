import type { Json } from '../basics/json';

/** A value inside a sentence: a text or number as it is, a list joined by 、 (eight at most, then how many there are). */
export function say(value: Json | undefined): string {
  if (value === undefined || value === null) return '（空）';
  if (!isList(value)) return typeof value === 'object' ? '' : String(value);
  const shown = value.slice(0, 8).map(say).join('、');
  return value.length > 8 ? `${shown} 等 ${value.length} 项` : shown;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
