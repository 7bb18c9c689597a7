import type { Json } from '../basics/json';

/** A record as JSON: members that are undefined are left out. Throws for what has no JSON form. */
export function jsonOf(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`no JSON form: ${typeof value}`);
  const members: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) members[key] = jsonOf(member);
  return members;
}
