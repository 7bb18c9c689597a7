import type { Json } from '../basics/json';

/** A check of one JSON value: null when it fits, else where it does not ('sessions.3.date'). */
export type Shape = (value: Json | undefined, at: string) => string | null;

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const when =
  (holds: (value: Json | undefined) => boolean): Shape =>
  (value, at) =>
    holds(value) ? null : at || '/';

export const text: Shape = when((value) => typeof value === 'string');
export const whole: Shape = when((value) => typeof value === 'number' && Number.isSafeInteger(value));
export const number: Shape = when((value) => typeof value === 'number');
export const flag: Shape = when((value) => typeof value === 'boolean');
export const nothing: Shape = when((value) => value === null);
export const day: Shape = when((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
export const digest: Shape = when((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
export const oneOf = (...values: readonly Json[]): Shape =>
  when((value) => value !== undefined && values.includes(value));

/** The shape of one of two kinds; the place named is that of the first that came furthest. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, at) => {
    const refusals = shapes.map((shape) => shape(value, at));
    if (refusals.includes(null)) return null;
    return refusals.reduce((far, refusal) => (refusal!.length > far!.length ? refusal : far))!;
  };

export const listOf =
  (item: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return at || '/';
    for (const [i, member] of (value as readonly Json[]).entries()) {
      const refusal = item(member, `${at}.${i}`);
      if (refusal !== null) return refusal;
    }
    return null;
  };

/** An object with values of one shape under any names. */
export const mapOf =
  (member: Shape): Shape =>
  (value, at) => {
    if (!isObject(value)) return at || '/';
    for (const [key, inner] of Object.entries(value)) {
      const refusal = member(inner, `${at}.${key}`);
      if (refusal !== null) return refusal;
    }
    return null;
  };

/** An object with exactly these members; the optional ones may be missing, no other may be there. */
export const record =
  (members: { readonly [name: string]: Shape }, optional: { readonly [name: string]: Shape } = {}): Shape =>
  (value, at) => {
    if (!isObject(value)) return at || '/';
    const inner = (name: string): string => (at === '' ? name : `${at}.${name}`);
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name) && !Object.hasOwn(optional, name)) return inner(name);
    }
    for (const [name, shape] of Object.entries(members)) {
      const refusal = shape(Object.hasOwn(value, name) ? value[name] : undefined, inner(name));
      if (refusal !== null) return refusal;
    }
    for (const [name, shape] of Object.entries(optional)) {
      if (!Object.hasOwn(value, name)) continue;
      const refusal = shape(value[name], inner(name));
      if (refusal !== null) return refusal;
    }
    return null;
  };
