import type { Change } from '../../shared/commands/intent';
import type { CourseId } from '../../shared/records/ids';
import type { MarkRecord } from '../../shared/records/mark';
import type { CourseFacts } from '../../shared/regulation/facts';
import { marksAt } from '../../shared/state/facts-after-marks';
import { attendanceOf, factsOf } from '../../shared/state/facts-of';
import type { ChangedDocuments } from '../../shared/state/draft';
import { today } from '../platform/clock';
import { ask, LoadedDocuments } from './ask';
import type { Projection } from './schema';

/**
 * The facts of a course, kept true while somebody looks: they are asked for again when one of the documents that they
 * were made of is different, and what did not change in them stays the same object.
 */
class FactsSource {
  snapshot: CourseFacts | undefined;
  readonly listeners = new Set<() => void>();
  #documents = new LoadedDocuments();
  #work: Promise<void> = Promise.resolve();
  #loaded = false;
  /** Answers asked for that have not come. */
  #asked = 0;
  /** A read failed: the snapshot is behind what is stored until everything has been read again. */
  #behind = false;

  constructor(
    private readonly db: () => Projection,
    private readonly courseId: CourseId,
    private readonly failed: (error: unknown) => void,
  ) {}

  ensure(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.reload();
  }

  /** The facts while they are exactly what is stored; undefined while they may be behind it. */
  current(): CourseFacts | undefined {
    return this.#loaded && this.#asked === 0 && !this.#behind ? this.snapshot : undefined;
  }

  forget(): void {
    this.#loaded = false;
    this.snapshot = undefined;
    this.#documents = new LoadedDocuments();
  }

  /** Reads everything again. */
  reload(): void {
    this.#documents = new LoadedDocuments();
    this.#next(undefined);
  }

  changed(documents: ChangedDocuments): void {
    if (!this.#loaded) return;
    if (this.listeners.size === 0) return this.forget();
    if (this.#behind) return this.reload();
    const kinds = this.#documents.takeKnown(documents);
    if (kinds.size === 0 && this.snapshot) return;
    const facts = this.current();
    const sessions = new Set(facts?.sessions.map(({ id }) => id));
    const own = [...(documents.get('attendance')?.keys() ?? [])].every((id) => sessions.has(id as never));
    // A key in a register: nothing but columns of this course.
    if (facts && own && [...kinds].every((kind) => kind === 'attendance'))
      return this.#show({ ...facts, attendance: attendanceOf(this.#documents, facts.sessions) });
    this.#next(this.snapshot);
  }

  #next(last: CourseFacts | undefined): void {
    this.#asked += 1;
    this.#work = this.#work.then(async () => {
      const documents = this.#documents;
      try {
        const facts = await ask(
          this.db(),
          (source) => factsOf(source, this.courseId, today(), last && this.snapshot),
          undefined,
          documents,
        );
        if (documents === this.#documents) this.#behind = false;
        this.#show(facts);
      } catch (error) {
        this.#behind = true;
        this.failed(error);
      } finally {
        this.#asked -= 1;
      }
    });
  }

  #show(facts: CourseFacts | undefined): void {
    if (facts === this.snapshot) return;
    this.snapshot = facts;
    for (const listener of this.listeners) listener();
  }

  settled(): Promise<void> {
    return this.#work;
  }
}

const KEPT = 3;

/** Facts of the courses that are looked at, shared by all parts of the screen. */
export class LiveFacts {
  readonly #sources = new Map<CourseId, FactsSource>();

  constructor(
    private readonly db: () => Projection,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The facts as they are now; undefined while they load and when there is no such course. */
  snapshot(courseId: CourseId): CourseFacts | undefined {
    return this.#sources.get(courseId)?.snapshot;
  }

  subscribe(courseId: CourseId, listener: () => void): () => void {
    let source = this.#sources.get(courseId);
    if (!source) {
      this.#trim();
      this.#sources.set(courseId, (source = new FactsSource(this.db, courseId, this.failed)));
    }
    source.listeners.add(listener);
    source.ensure();
    const subscribed = source;
    return () => void subscribed.listeners.delete(listener);
  }

  /**
   * What is stored where these marks go, in the order of the changes, out of facts that are known to be what is stored;
   * undefined when they are no marks or nobody looks at their course.
   */
  storedMarks(changes: readonly Change[]): readonly (MarkRecord | null)[] | undefined {
    const places = changes.flatMap((change) =>
      change.table === 'marks' ? (change.after ?? change.before ?? []) : [],
    );
    if (changes.length === 0 || places.length < changes.length) return undefined;
    for (const source of this.#sources.values()) {
      const facts = source.current();
      const marks = facts && marksAt(facts, places);
      if (marks) return marks;
    }
    return undefined;
  }

  changed(documents: ChangedDocuments): void {
    for (const source of this.#sources.values()) source.changed(documents);
  }

  /** After a rebuild: everything is read again. */
  reset(): void {
    for (const source of this.#sources.values()) {
      if (source.listeners.size > 0) source.reload();
      else source.forget();
    }
  }

  /** Resolves when every change so far is in the snapshots. */
  async settled(): Promise<void> {
    await Promise.all([...this.#sources.values()].map((source) => source.settled()));
  }

  #trim(): void {
    for (const [id, source] of this.#sources) {
      if (this.#sources.size < KEPT) return;
      if (source.listeners.size === 0) this.#sources.delete(id);
    }
  }
}
