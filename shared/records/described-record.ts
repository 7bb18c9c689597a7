import type { Json } from '../basics/json';
import { object, type Members, type ObjectOf, type Type } from './describe';

/** Where one member of a record may go. */
export interface FieldUse {
  /** Personal information (PIPL): sealed at rest, erased with its person, never in logs. */
  readonly personal: boolean;
  /** Goes into the submission package; 'needed' = of no interest to its reader, but nobody can be judged without it. */
  readonly inPackage: boolean | 'needed';
  /** 'masked' shows first and last characters until it is revealed, which is logged. */
  readonly onScreen: 'shown' | 'masked' | 'hidden';
}

export const RECORD: FieldUse = { personal: false, inPackage: true, onScreen: 'shown' };
/** Of use to the institution only. */
export const WORKING: FieldUse = { personal: false, inPackage: false, onScreen: 'shown' };
export const HIDDEN: FieldUse = { personal: false, inPackage: false, onScreen: 'hidden' };
export const PERSONAL: FieldUse = { personal: true, inPackage: true, onScreen: 'shown' };
export const PERSONAL_MASKED: FieldUse = { personal: true, inPackage: true, onScreen: 'masked' };
/** Notes and lists about people that no reviewer asked for. */
export const PERSONAL_INTERNAL: FieldUse = { personal: true, inPackage: false, onScreen: 'shown' };
export const PERSONAL_INTERNAL_MASKED: FieldUse = { personal: true, inPackage: false, onScreen: 'masked' };
/** The same use, but rules and reader cannot do without it. */
export const needed = (use: FieldUse): FieldUse => ({ ...use, inPackage: 'needed' });

/** One member of a record: what it is called, what it may be, where it may go. */
export interface Member<D extends Type<unknown> = Type<unknown>> extends FieldUse {
  readonly title: string;
  readonly type: D;
}

export const member = <D extends Type<unknown>>(title: string, type: D, use: FieldUse): Member<D> => ({
  title,
  type,
  ...use,
});

export interface RecordMembers {
  readonly [name: string]: Member;
}
export type TypesOf<M extends RecordMembers> = { readonly [K in keyof M]: M[K]['type'] };
export type RecordOf<D extends { readonly members: RecordMembers }> = ObjectOf<TypesOf<D['members']>>;

/** What must hold between the members of one record. */
export interface Invariant<T> {
  /** The member that is wrong when it does not hold. */
  readonly member: string;
  /** In Chinese what should have been. */
  readonly says: string;
  // Methods, so that descriptions of every kind of record go into one registry.
  holds(this: void, record: T): boolean;
}

/** What no two records of a table may share, besides their id; null = this record takes none. */
export interface UniqueKey<T> {
  /** The member that is named when two do. */
  readonly member: string;
  key(this: void, record: T): string | null;
}

/** Makes a record of one version one of the next. */
export type Upcast = (record: Json) => Json;

/** Everything that is known of one kind of record. The key of a record is always its `id`. */
export interface RecordDescription<M extends RecordMembers = RecordMembers, T = unknown> {
  readonly title: string;
  /** Written since this version; a record of version n is brought here by upcasts[n − 1], upcasts[n] … */
  readonly version: number;
  readonly upcasts: readonly Upcast[];
  readonly members: M;
  readonly type: Type<T>;
  readonly invariants: readonly Invariant<T>[];
  readonly unique: readonly UniqueKey<T>[];
}

interface Declared<M extends RecordMembers> {
  readonly title: string;
  readonly members: M;
  readonly invariants?: readonly Invariant<ObjectOf<TypesOf<M>>>[];
  readonly unique?: readonly UniqueKey<ObjectOf<TypesOf<M>>>[];
  readonly upcasts?: readonly Upcast[];
}

/** Describes a kind of record once; everything else about it is asked of the registry. */
export function described<M extends RecordMembers>(
  declared: Declared<M>,
): RecordDescription<M, ObjectOf<TypesOf<M>>> {
  const { title, members, invariants = [], unique = [], upcasts = [] } = declared;
  return { title, members, invariants, unique, upcasts, version: upcasts.length + 1, type: typeOf(members) };
}

/** The type of a record that has only some of the members. */
export const typeOf = <M extends RecordMembers>(members: M): Type<ObjectOf<TypesOf<M>>> =>
  object(
    Object.fromEntries(Object.entries(members).map(([name, { type }]) => [name, type])) as Members,
  ) as Type<unknown> as Type<ObjectOf<TypesOf<M>>>;
