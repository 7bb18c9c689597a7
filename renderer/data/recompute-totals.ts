import type { CourseId, PersonId } from '../../shared/records/ids';
import type { CourseFacts } from '../../shared/regulation/facts';
import { openMarksAgain } from './open-marks-again';
import { CourseFrames, parametersOf } from '../../shared/state/course-frame';
import { courseSummary } from '../../shared/state/course-summary';
import { DOCUMENT_KINDS, type Source } from '../../shared/state/documents';
import { Draft, type ChangedDocuments } from '../../shared/state/draft';
import { rosterOf } from '../../shared/state/find-record';
import { leafIds, leafValue } from '../../shared/state/leaves';
import { personTotals } from '../../shared/state/person-totals';
import { mainPerson } from '../../shared/state/same-human';
import { ask } from './ask';
import type { Projection } from './schema';
import { writeDocuments } from './write-entries';

/** People that are worked on at once: a commit never waits longer for a transaction than this takes. */
const PEOPLE = 128;
/** Documents of people, after a rebuild, when nobody waits. */
const LEAVES = 8;

/** Adds everything up, for a projection that was just built. */
export async function recomputeAll(db: Projection, progress: (done: number, of: number) => void): Promise<void> {
  const leaves = await db.people.toCollection().primaryKeys();
  const courses = await allCourses(db);
  const of = leaves.length + courses.length;
  for (let i = 0; i < leaves.length; i += LEAVES) {
    const lot = leaves.slice(i, i + LEAVES);
    await update(db, (source, draft) => {
      const frames = new CourseFrames(source);
      for (const leaf of lot)
        for (const id of source.read('people', leaf)?.entries.keys() ?? [])
          setTotals(source, draft, id as PersonId, frames);
    });
    progress(i + lot.length, of);
  }
  for (let i = 0; i < courses.length; i += LEAVES) {
    const lot = courses.slice(i, i + LEAVES);
    await update(db, (source, draft) => {
      const frames = new CourseFrames(source);
      for (const id of lot) setSummary(source, draft, id, frames, () => undefined);
    });
    progress(leaves.length + i + lot.length, of);
  }
  await db.stale.clear();
}

const allCourses = (db: Projection): Promise<readonly CourseId[]> =>
  ask(db, (source) =>
    leafIds(source, { kind: 'courses' }).flatMap((id) => [
      ...((source.read('courses', id)?.entries.keys() ?? []) as Iterable<CourseId>),
    ]),
  );

/** The facts of a course where somebody has them already. */
export type FactsOf = (courseId: CourseId) => CourseFacts | undefined;

/**
 * Adds up again some of what commits have made untrue; false when nothing is left. Reads and writes are two short
 * transactions, so that nobody who reads or marks waits long; what became stale in between stays so.
 */
export async function recomputeSome(db: Projection, factsOf: FactsOf): Promise<boolean> {
  const stale = (await db.stale.get('stale'))?.entries ?? new Map<string, number>();
  if (stale.size === 0) return false;
  const some: readonly (readonly [string, number])[] = [...stale].slice(0, PEOPLE);
  const added = new Map<string, number>();
  const changes = await compute(db, (source, draft) => {
    added.clear();
    const frames = new CourseFrames(source);
    for (const [name, place] of some) {
      const slash = name.indexOf('/');
      const id = name.slice(slash + 1);
      switch (name.slice(0, slash)) {
        case 'person':
          setTotals(source, draft, id as PersonId, frames);
          break;
        case 'course':
          setSummary(source, draft, id as CourseId, frames, factsOf);
          break;
        default:
          for (const leaf of leafIds(source, rosterOf(id)))
            for (const { enrolment } of source.read('rosters', leaf)?.entries.values() ?? [])
              added.set(`person/${enrolment.personId}`, place);
      }
    }
  });
  await db.transaction('rw', [db.totals, db.summaries, db.leaves, db.stale], async () => {
    await writeDocuments(db, changes);
    const now = new Map((await db.stale.get('stale'))?.entries);
    for (const [name, place] of some) if (now.get(name) === place) now.delete(name);
    for (const [name, place] of added) if (!now.has(name)) now.set(name, place);
    if (now.size > 0) await db.stale.put({ id: 'stale', entries: now });
    else await db.stale.clear();
  });
  return true;
}

/** Works out what is different, from one consistent read. */
const compute = (db: Projection, work: (source: Source, draft: Draft) => void): Promise<ChangedDocuments> =>
  ask(
    db,
    (source) => {
      const draft = new Draft(source);
      work(source, draft);
      return draft.changes();
    },
    DOCUMENT_KINDS,
  );

async function update(db: Projection, work: (source: Source, draft: Draft) => void): Promise<void> {
  const changes = await compute(db, work);
  await db.transaction('rw', [db.totals, db.summaries, db.leaves], () => writeDocuments(db, changes));
}

/** The totals of whoever counts for an id stand under that person; a second record has none. */
function setTotals(source: Source, draft: Draft, id: PersonId, frames: CourseFrames): void {
  const main = mainPerson(source, id);
  const scope = { kind: 'totals' } as const;
  if (main !== id && leafValue(draft, scope, id)) draft.deleteLeaf(scope, id);
  const totals = personTotals(source, main, frames);
  if (totals.length > 0) draft.setLeaf(scope, main, totals);
  else if (leafValue(draft, scope, main)) draft.deleteLeaf(scope, main);
}

function setSummary(source: Source, draft: Draft, id: CourseId, frames: CourseFrames, factsOf: FactsOf): void {
  const facts = factsOf(id);
  const parameters = facts && parametersOf(facts.course, facts.parameterSettings);
  // Facts that somebody looks at were counted before: only who is different is counted again.
  const counted = facts && parameters ? openMarksAgain(facts, parameters) : undefined;
  const summary = courseSummary(source, id, frames, counted);
  const scope = { kind: 'summaries' } as const;
  if (summary) draft.setLeaf(scope, id, summary);
  else draft.deleteLeaf(scope, id);
}
