import * as v from 'valibot';
import { isDay, type Day } from '../basics/day';
import type { Json } from '../basics/json';
import type { Digest } from '../basics/sha256';
import type { Ids } from './ids';

/** An id inside a record: the record that it names, and where it stands. */
export interface Reference {
  readonly table: keyof Ids;
  readonly key: string;
  /** The member, with the place inside it: 'onlyFor.2'. */
  readonly member: string;
  /** May name a record that does not belong to the same course: the facts of one course need not have it. */
  readonly outside: boolean;
}

/**
 * What a value may be: the one vocabulary in which records, packages and their parts are described. The library behind
 * it is seen here only; values are looked at, never copied, converted or put in another order.
 */
export interface Type<out T> {
  /** Says what is wrong; a hundred thousand records take it some seconds, so it is asked only where something is. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** The same yes or no, quickly. */
  readonly fits: (value: unknown) => boolean;
  /** Adds the ids inside a value; null = no ids can be in it. What does not fit has none. */
  readonly references: ((value: unknown, at: string, found: Reference[]) => void) | null;
}

/** A member that may be missing; undefined is not the same as missing. */
export interface Optional<out T> extends Type<T> {
  readonly optional: true;
}

export type Infer<D> = D extends Type<infer T> ? T : never;

export interface Members {
  readonly [name: string]: Type<unknown>;
}

/** The object with these members: each readonly, the optional ones with a question mark. */
export type ObjectOf<M extends Members> = Flat<
  { readonly [K in keyof M as M[K] extends Optional<unknown> ? never : K]: Infer<M[K]> } & {
    readonly [K in keyof M as M[K] extends Optional<unknown> ? K : never]?: Infer<M[K]>;
  }
>;
type Flat<T> = { [K in keyof T]: T[K] };

/** Where a value does not fit ('' = the value itself), and in Chinese what it should have been. */
export interface Misfit {
  readonly at: string;
  readonly says: string;
}

const ONCE = { abortEarly: true } as const;

/** What does not fit first, or null. */
export function misfitOf(type: Type<unknown>, value: unknown): Misfit | null {
  if (type.fits(value)) return null;
  const { issues } = v.safeParse(type.schema, value, ONCE);
  return issues ? misfit(issues[0]) : { at: '', says: OBJECT };
}

function misfit(issue: v.BaseIssue<unknown>): Misfit {
  const path = issue.path ?? [];
  const inner = issue.issues?.map((one) => misfit(one)) ?? [];
  const deepest = inner.toSorted((a, b) => b.at.length - a.at.length)[0];
  const at = [...path.map(({ key }) => String(key)), ...(deepest?.at ? [deepest.at] : [])].join('.');
  if (deepest?.at) return { at, says: deepest.says };
  if (issue.type !== 'strict_object') return { at, says: issue.message };
  if (path.length === 0 || issue.received === 'Object') return { at, says: OBJECT };
  return { at, says: issue.expected === 'never' ? '没有这一项' : '缺少这一项' };
}

const OBJECT = '应为一组成员';

/** Every id in a value, with the record that it names. */
export function referencesIn<T>(type: Type<T>, value: T, at: string): readonly Reference[] {
  const found: Reference[] = [];
  type.references?.(value, at, found);
  return found;
}

const plain = <T>(fits: (value: unknown) => boolean, says: string): Type<T> => ({
  schema: v.custom<T>(fits, says),
  fits,
  references: null,
});

export const text: Type<string> = plain((value) => typeof value === 'string', '应为文字');
export const number: Type<number> = plain((value) => typeof value === 'number', '应为数字');
export const flag: Type<boolean> = plain((value) => typeof value === 'boolean', '应为是或否');
/** A day that the calendar has. */
export const day: Type<Day> = plain(isDay, '应为日历上有的日期');
export const digest: Type<Digest> = plain(
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  '应为 64 位指纹',
);
/** Points of a test: halves from 0 to 100. */
export const points: Type<number> = plain(
  (value) => typeof value === 'number' && value >= 0 && value <= 100 && Number.isInteger(value * 2),
  '应为 0 至 100 的分数',
);
/** What a file of another kind brought, kept as it is. */
export const json: Type<Json> = plain((value) => value !== undefined, '应有内容');

/** A whole number of a range, both ends included. */
export const whole = (least: number, most: number): Type<number> =>
  plain(
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    most === Number.MAX_SAFE_INTEGER ? `应为不小于 ${least} 的整数` : `应为 ${least} 至 ${most} 的整数`,
  );

const isId = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** A record's own id. */
export const id = <T extends keyof Ids>(_table: T): Type<Ids[T]> => plain(isId, '应为编号');

/** The id of a record in another table. */
export const reference = <T extends keyof Ids>(table: T): Type<Ids[T]> => referring(table, false);

/** The id of a record that may be none of the same course's: another course, somebody who is not in the package. */
export const referenceOutside = <T extends keyof Ids>(table: T): Type<Ids[T]> => referring(table, true);

const referring = <T extends keyof Ids>(table: T, outside: boolean): Type<Ids[T]> => ({
  ...plain<Ids[T]>(isId, '应为编号'),
  references: (key, member, found) => {
    if (typeof key === 'string') found.push({ table, key, member, outside });
  },
});

/** One of these values. */
export const oneOf = <const V extends string | number | boolean | null>(...values: readonly V[]): Type<V> =>
  plain((value) => (values as readonly unknown[]).includes(value), `应为 ${values.map(String).join('、')} 之一`);

export const optional = <T>(type: Type<T>): Optional<T> => ({
  ...type,
  schema: v.exactOptional(type.schema) as unknown as v.GenericSchema<unknown, T>,
  optional: true,
});

export const nullable = <T>(type: Type<T>): Type<T | null> => ({
  schema: v.nullable(type.schema),
  fits: (value) => value === null || type.fits(value),
  references: type.references && ((value, at, found) => value !== null && type.references!(value, at, found)),
});

export const list = <T>(item: Type<T>): Type<readonly T[]> => ({
  schema: v.array(item.schema, '应为列表') as unknown as v.GenericSchema<unknown, readonly T[]>,
  fits: (value) => Array.isArray(value) && value.every(item.fits),
  references:
    item.references &&
    ((value, at, found) => {
      if (Array.isArray(value)) value.forEach((one, i) => item.references!(one, `${at}.${i}`, found));
    }),
});

const isMembers = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that mean something to the language: the library looks past them, so they are none for us. */
const isNamed = (value: unknown): value is object =>
  isMembers(value) && !['__proto__', 'prototype', 'constructor'].some((name) => Object.hasOwn(value, name));

/** Values of one type under any names. */
export const map = <T>(value: Type<T>): Type<{ readonly [name: string]: T }> => ({
  schema: v.pipe(v.custom<object>(isNamed, OBJECT), v.record(v.string(), value.schema)) as unknown as v.GenericSchema<
    unknown,
    { readonly [name: string]: T }
  >,
  fits: (members) => isNamed(members) && Object.values(members).every(value.fits),
  references: null,
});

/** Exactly these members, no other. */
export function object<const M extends Members>(members: M): Type<ObjectOf<M>> {
  const entries = Object.entries(members);
  const pointing = entries.filter(([, type]) => type.references !== null);
  return {
    schema: v.strictObject(
      Object.fromEntries(entries.map(([name, type]) => [name, type.schema])),
    ) as unknown as v.GenericSchema<unknown, ObjectOf<M>>,
    fits: hasExactly(entries),
    references:
      pointing.length === 0
        ? null
        : (value, at, found) => {
            if (!isMembers(value)) return;
            for (const [name, type] of pointing) {
              const inner = value[name];
              if (inner !== undefined) type.references!(inner, at === '' ? name : `${at}.${name}`, found);
            }
          },
  };
}

function hasExactly(members: readonly (readonly [name: string, type: Type<unknown>])[]): Type<unknown>['fits'] {
  const known = members.map(([name, type]) => ({ name, fits: type.fits, optional: 'optional' in type }));
  return (value) => {
    if (!isMembers(value)) return false;
    let found = 0;
    for (const { name, fits, optional: mayBeMissing } of known) {
      const inner = value[name];
      if (inner === undefined) {
        if (!mayBeMissing || Object.hasOwn(value, name)) return false;
        continue;
      }
      if (!fits(inner)) return false;
      found += 1;
    }
    for (const _ in value) found -= 1;
    return found === 0;
  };
}

/** One of some objects; `kind` says which. The key of the table is the kind. */
export function union<const K extends { readonly [kind: string]: Members }>(kinds: K): Type<UnionOf<K>> {
  const types = new Map(
    Object.entries(kinds).map(([kind, members]) => [kind, object({ kind: oneOf(kind), ...members })]),
  );
  return {
    schema: v.variant(
      'kind',
      [...types.values()].map((type) => type.schema) as never,
      `应为 ${[...types.keys()].join('、')} 之一`,
    ) as unknown as v.GenericSchema<unknown, UnionOf<K>>,
    fits: (value) => isMembers(value) && types.get(value['kind'] as string)?.fits(value) === true,
    references: (value, at, found) => {
      if (isMembers(value)) types.get(value['kind'] as string)?.references?.(value, at, found);
    },
  };
}

export type UnionOf<K extends { readonly [kind: string]: Members }> = {
  [Kind in keyof K]: Flat<{ readonly kind: Kind } & ObjectOf<K[Kind]>>;
}[keyof K];

/** One of two types without a kind of their own. */
export const either = <A, B>(a: Type<A>, b: Type<B>): Type<A | B> => ({
  schema: v.union([a.schema, b.schema], ({ issues }) => issues?.map(({ message }) => message).join('，或') ?? ''),
  fits: (value) => a.fits(value) || b.fits(value),
  references:
    a.references || b.references
      ? (value, at, found) => {
          a.references?.(value, at, found);
          if (!a.fits(value)) b.references?.(value, at, found);
        }
      : null,
});
