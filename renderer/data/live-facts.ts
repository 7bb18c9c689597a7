import type { Change } from '../../shared/commands/intent';
import type { CourseId, EnrolmentId, SessionId } from '../../shared/records/ids';
import type { MarkRecord } from '../../shared/records/mark';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { CourseOf } from './entry-rows';
import { marksAt, withStoredMarks } from './live-marks';
import { attemptsOf, attendanceOf, loadCourseFacts } from './load-course-facts';
import type { Projection } from './schema';

/** What a commit changes in the facts of one course: nothing, some columns and attempts, or anything else. */
type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'cells'; readonly sessions: readonly SessionId[]; readonly tested: readonly EnrolmentId[] }
  | { readonly kind: 'all' };

/** How these changes touch the facts; pure. */
function effectOn(facts: CourseFacts, changes: readonly Change[], courseOf: CourseOf): Effect {
  const sessions = new Set<SessionId>();
  const tested = new Set<EnrolmentId>();
  const own = facts.course.id;
  const others = new Set(facts.otherCourses.map((other) => other.course.id));
  for (const change of changes) {
    const record = change.after ?? change.before;
    if (!record) continue;
    const course = courseOf(change);
    switch (change.table) {
      case 'marks':
        if (course === own) sessions.add((change.after ?? change.before)!.sessionId);
        break;
      case 'attempts':
        if (course === own) tested.add((change.after ?? change.before)!.enrolmentId);
        break;
      case 'courses':
      case 'sessions':
      case 'professionalChoices':
        if (course === own) return { kind: 'all' };
        break;
      case 'enrolments':
        if (course === own || facts.persons.has((change.after ?? change.before)!.personId)) return { kind: 'all' };
        break;
      case 'persons': {
        const merged = [change.before?.mergedInto, change.after?.mergedInto];
        if (
          facts.persons.has((change.after ?? change.before)!.id) ||
          merged.some((id) => id && facts.persons.has(id))
        )
          return { kind: 'all' };
        break;
      }
      case 'certificates':
        if (facts.certificates.has((change.after ?? change.before)!.id)) return { kind: 'all' };
        break;
      case 'outsideHours':
      case 'ceYearChoices':
        if (facts.certificates.has((change.after ?? change.before)!.certificateId)) return { kind: 'all' };
        break;
      case 'institution':
      case 'parameterSettings':
      case 'barred':
        return { kind: 'all' };
      case 'columnMappings':
      case 'hourCertificates':
      case 'packages':
        break;
    }
    if (course && others.has(course) && change.table !== 'hourCertificates' && change.table !== 'packages')
      return { kind: 'all' };
  }
  return sessions.size + tested.size > 0
    ? { kind: 'cells', sessions: [...sessions], tested: [...tested] }
    : { kind: 'none' };
}

/** The facts of a course, kept true while somebody looks: marks are put in, attempts re-read, anything else reads the class. */
class FactsSource {
  snapshot: CourseFacts | undefined;
  readonly listeners = new Set<() => void>();
  #work: Promise<void> = Promise.resolve();
  #loaded = false;
  /** Reads asked for that have not come. */
  #reads = 0;
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
    return this.#loaded && this.#reads === 0 && !this.#behind ? this.snapshot : undefined;
  }

  forget(): void {
    this.#loaded = false;
    this.snapshot = undefined;
  }

  reload(): void {
    this.#next(() => this.#all());
  }

  changed(changes: readonly Change[], courseOf: CourseOf): void {
    if (!this.#loaded) return;
    if (this.listeners.size === 0) return this.forget();
    const current = this.current();
    const marked = current && withStoredMarks(current, changes, courseOf);
    if (marked) return this.#show(marked);
    this.#next(async () => {
      const facts = this.#behind ? undefined : this.snapshot;
      const effect = facts ? effectOn(facts, changes, courseOf) : { kind: 'all' as const };
      if (effect.kind === 'none') return facts;
      if (effect.kind === 'all' || !facts) return this.#all();
      return withCells(this.db(), facts, effect.sessions, effect.tested);
    });
  }

  #next(load: () => Promise<CourseFacts | undefined>): void {
    this.#reads += 1;
    this.#work = this.#work.then(async () => {
      try {
        this.#show(await load());
      } catch (error) {
        this.#behind = true;
        this.failed(error);
      } finally {
        this.#reads -= 1;
      }
    });
  }

  async #all(): Promise<CourseFacts | undefined> {
    const facts = await loadCourseFacts(this.db(), this.courseId);
    this.#behind = false;
    return facts;
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

async function withCells(
  db: Projection,
  facts: CourseFacts,
  sessions: readonly SessionId[],
  tested: readonly EnrolmentId[],
): Promise<CourseFacts> {
  const [columns, enrolments] = await Promise.all([
    db.attendance.bulkGet([...sessions]),
    db.enrolments.bulkGet([...tested]),
  ]);
  // A session whose last mark was cleared has no column any more.
  const attendance = new Map(facts.attendance);
  for (const id of sessions) attendance.delete(id);
  for (const [id, column] of attendanceOf(columns.filter((row) => row !== undefined))) attendance.set(id, column);
  const attempts = new Map(facts.attempts);
  for (const id of tested) attempts.delete(id);
  for (const [id, list] of attemptsOf(enrolments.filter((row) => row !== undefined))) attempts.set(id, list);
  return { ...facts, ...(sessions.length > 0 && { attendance }), ...(tested.length > 0 && { attempts }) };
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
    if (changes.length === 0) return undefined;
    for (const source of this.#sources.values()) {
      const facts = source.current();
      const marks = facts && marksAt(facts, changes);
      if (marks) return marks;
    }
    return undefined;
  }

  changed(changes: readonly Change[], courseOf: CourseOf): void {
    for (const source of this.#sources.values()) source.changed(changes, courseOf);
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
