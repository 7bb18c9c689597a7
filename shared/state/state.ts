import { markId } from '../records/ids';
import type { TableName, Tables } from '../records/tables';
import { applyChanges, NO_INITIALS, type Initials } from './apply';
import { DOCUMENT_KINDS, type DocumentKind, type Documents, type RecordChange, type Source } from './documents';
import { Draft, type ChangedDocuments } from './draft';
import { markIn } from './find-record';

/** A whole data set in memory. Never changed in place: what is after a change is another state that shares the rest. */
export class State implements Source {
  constructor(
    private readonly documents: { readonly [K in DocumentKind]?: ReadonlyMap<string, Documents[K]> } = {},
  ) {}

  read<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined {
    return this.documents[kind]?.get(id);
  }

  /** All documents of a kind, by id. */
  all<K extends DocumentKind>(kind: K): ReadonlyMap<string, Documents[K]> {
    return (this.documents[kind] as ReadonlyMap<string, Documents[K]> | undefined) ?? new Map();
  }

  /** The state after these changes. */
  after(changes: readonly RecordChange[], initials: Initials = NO_INITIALS): State {
    const draft = new Draft(this);
    applyChanges(draft, changes, initials);
    return this.with(draft.changes());
  }

  /** The state with these documents in place of others. */
  with(changes: ChangedDocuments): State {
    const documents: Partial<Record<DocumentKind, ReadonlyMap<string, Documents[DocumentKind]>>> = {
      ...this.documents,
    };
    for (const [kind, changed] of changes) {
      const next = new Map<string, Documents[DocumentKind]>(documents[kind]);
      for (const [id, document] of changed)
        if (document) next.set(id, document);
        else next.delete(id);
      documents[kind] = next;
    }
    return new State(documents as ConstructorParameters<typeof State>[0]);
  }

  /** Every record of the data set once, table by table, wherever it stands; the order within a table means nothing. */
  *records(): Generator<{ [T in TableName]: { readonly table: T; readonly record: Tables[T] } }[TableName]> {
    type Any = { [T in TableName]: { readonly table: T; readonly record: Tables[T] } }[TableName];
    const record = (table: TableName, value: object): Any => ({ table, record: value }) as unknown as Any;
    for (const { entries } of this.all('settings').values())
      for (const [name, value] of entries) yield record(tableIn(name), value);
    for (const { entries } of this.all('courses').values())
      for (const { course } of entries.values()) if (course) yield record('courses', course);
    for (const { entries } of this.all('timetables').values())
      for (const session of entries.values()) yield record('sessions', session);
    for (const { entries } of this.all('rosters').values())
      for (const { enrolment, attempts, choices } of entries.values()) {
        yield record('enrolments', enrolment);
        for (const attempt of attempts) yield record('attempts', attempt);
        for (const choice of choices) yield record('professionalChoices', choice);
        for (const sessionId of this.read('timetables', enrolment.courseId)?.entries.keys() ?? []) {
          const mark = markIn(this.read('attendance', sessionId), enrolment);
          if (mark) yield record('marks', { ...mark, id: markId(mark.sessionId, mark.enrolmentId) });
        }
      }
    for (const { entries } of this.all('people').values())
      for (const { person, certificates } of entries.values()) {
        if (person) yield record('persons', person);
        for (const { certificate, outsideHours, ceYearChoices } of certificates) {
          yield record('certificates', certificate);
          for (const hours of outsideHours) yield record('outsideHours', hours);
          for (const choice of ceYearChoices) yield record('ceYearChoices', choice);
        }
      }
    for (const { entries } of this.all('barred').values())
      for (const line of entries.values()) yield record('barred', line);
    for (const { entries } of this.all('papers').values())
      for (const paper of entries.values()) yield record('hourCertificates', paper);
    for (const { entries } of this.all('sealed').values())
      for (const sealed of entries.values()) yield record('packages', sealed);
    for (const { entries } of this.all('waiting').values())
      for (const [name, value] of entries) yield record(tableIn(name), value);
  }
}

/** A data set in which nothing is recorded. */
export const EMPTY_STATE = new State();

/** All kinds of documents that a state has, for whoever keeps them. */
export const documentsOf = (state: State): ChangedDocuments =>
  new Map(DOCUMENT_KINDS.map((kind) => [kind, state.all(kind)]));

const tableIn = (name: string): TableName => name.slice(0, name.indexOf('/')) as TableName;
