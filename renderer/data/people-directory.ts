import type { Change } from '../../shared/commands/intent';
import type { PersonId } from '../../shared/records/ids';
import type { IdKind } from '../../shared/records/person';
import { loadInitials, type Initials } from './pinyin-initials';
import type { Projection } from './schema';

/** A person as lists and searches need them. idNumber is whole: show it masked. */
export interface PersonBrief {
  readonly id: PersonId;
  readonly name: string;
  readonly initials: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly employer?: string;
}

/** By pinyin, as a printed list of names is: 曹, 测, 陈. Initials alone would part 曹 from 曹. */
const collator = new Intl.Collator('zh-CN');

const byName = (a: PersonBrief, b: PersonBrief): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Documents read at once; between two reads the window can paint. */
const LOT = 40;

/**
 * All people in memory, sorted by name, because neither parts of names nor last digits have an index; 100,000 people
 * are searched in a few milliseconds. Read when first asked for, kept true by the commits.
 */
export class PeopleDirectory {
  #people: readonly PersonBrief[] | undefined;
  #loading: Promise<void> | undefined;
  /** Grows with every reset, so that a slow load knows it is out of date. */
  #turn = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly db: () => Projection,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Everybody, by name; undefined while they load. Merged second records are left out. The same array until something changes. */
  snapshot(): readonly PersonBrief[] | undefined {
    return this.#people;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#people) void this.load();
    return () => void this.#listeners.delete(listener);
  }

  async load(): Promise<void> {
    if (this.#people) return;
    this.#loading ??= this.#read().finally(() => (this.#loading = undefined));
    await this.#loading;
  }

  /** After a rebuild: everything is read again when somebody asks. */
  reset(): void {
    this.#turn += 1;
    this.#people = undefined;
    if (this.#listeners.size > 0) void this.load();
  }

  async changed(changes: readonly Change[]): Promise<void> {
    const persons = changes.flatMap((change) => (change.table === 'persons' ? [change] : []));
    if (persons.length === 0) return;
    await this.#loading;
    const people = this.#people;
    if (!people) return;
    const initials = await loadInitials();
    const gone = new Set<string>(persons.map((change) => change.key));
    const last = new Map(persons.map((change) => [change.key, change.after]));
    const come = [...last.values()].flatMap((person) =>
      person && !person.mergedInto ? [briefOf(person, initials)] : [],
    );
    this.#show(
      merge(
        people.filter((person) => !gone.has(person.id)),
        come.sort(byName),
      ),
    );
  }

  async #read(): Promise<void> {
    const turn = this.#turn;
    try {
      const people: PersonBrief[] = [];
      const { directory } = this.db();
      const ids = await directory.toCollection().primaryKeys();
      for (let i = 0; i < ids.length; i += LOT)
        for (const document of await directory.bulkGet(ids.slice(i, i + LOT)))
          for (const [id, { mergedInto, ...line }] of document?.entries ?? [])
            if (!mergedInto) people.push({ id: id as PersonId, ...line });
      if (turn === this.#turn) this.#show(people.sort(byName));
    } catch (error) {
      this.failed(error);
    }
  }

  #show(people: readonly PersonBrief[]): void {
    this.#people = people;
    for (const listener of this.#listeners) listener();
  }
}

const briefOf = (
  {
    id,
    name,
    idKind,
    idNumber,
    employer,
  }: { id: PersonId; name: string; idKind: IdKind; idNumber: string; employer?: string },
  initials: Initials,
): PersonBrief => ({
  id,
  name,
  initials: initials(name),
  idKind,
  idNumber,
  ...(employer !== undefined && { employer }),
});

/** Two sorted lists as one. */
function merge(a: readonly PersonBrief[], b: readonly PersonBrief[]): readonly PersonBrief[] {
  const out: PersonBrief[] = [];
  let i = 0;
  for (const person of b) {
    while (i < a.length && byName(a[i]!, person) < 0) out.push(a[i++]!);
    out.push(person);
  }
  while (i < a.length) out.push(a[i++]!);
  return out;
}

/**
 * The people that a text finds: part of the name, pinyin initials from the beginning or within, the last digits of the
 * identity number (two at least), part of the employer's name. The best fits first, else by name.
 */
export function searchPeople(people: readonly PersonBrief[], text: string): readonly PersonBrief[] {
  const wanted = text.normalize('NFC').replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return people;
  const digits = /^[0-9]{1,17}[0-9x]$/.test(wanted) ? wanted.toUpperCase() : null;
  const first: PersonBrief[] = [];
  const second: PersonBrief[] = [];
  const third: PersonBrief[] = [];
  for (const person of people) {
    const name = person.name.replace(/\s+/g, '').toLowerCase();
    if (
      name.startsWith(wanted) ||
      person.initials.startsWith(wanted) ||
      (digits !== null && person.idNumber.endsWith(digits))
    )
      first.push(person);
    else if (
      name.includes(wanted) ||
      person.initials.includes(wanted) ||
      (digits !== null && digits.length >= 4 && person.idNumber.includes(digits))
    )
      second.push(person);
    else if (person.employer?.toLowerCase().includes(wanted)) third.push(person);
  }
  return [...first, ...second, ...third];
}
