import { useMemo, type ReactNode } from 'react';
import type { StoredPart, StoredRecords } from '../../../shared/import/import-kind-spec';
import type { CourseId } from '../../../shared/records/ids';
import { useCourseFacts } from '../../data/use-course-facts';
import { usePersonIndex } from '../../data/use-person-index';
import { useSessionsBetween } from '../../data/use-sessions-between';
import { useBarredList, useSettings } from '../../data/use-settings';
import { importText } from '../../text/import';

interface PartProps {
  /** null for what belongs to no course. */
  readonly courseId: CourseId | null;
  /** The parts that were loaded before. */
  readonly before: Partial<StoredRecords>;
  readonly children: (stored: Partial<StoredRecords>) => ReactNode;
}

interface StoredPartsProps<Need extends StoredPart> {
  readonly needs: readonly Need[];
  readonly courseId: CourseId | null;
  readonly children: (stored: Pick<StoredRecords, Need>) => ReactNode;
}

const NOTHING: Partial<StoredRecords> = {};

/** Loads the stored parts that a kind of import asks for, no others, and keeps them as they change. */
export const StoredParts = <Need extends StoredPart>({ needs, courseId, children }: StoredPartsProps<Need>) =>
  needs.reduceRight<(stored: Partial<StoredRecords>) => ReactNode>(
    (inner, need) => {
      const Part: (props: PartProps) => ReactNode = PARTS[need];
      return (before) => (
        <Part courseId={courseId} before={before}>
          {inner}
        </Part>
      );
    },
    (stored) => (hasAll(stored, needs) ? children(stored) : <Loading />),
  )(NOTHING);

const Loading = () => <p className="second">{importText.loading}</p>;

const hasAll = <Need extends StoredPart>(
  stored: Partial<StoredRecords>,
  needs: readonly Need[],
): stored is Pick<StoredRecords, Need> => needs.every((need) => stored[need] !== undefined);

/** How each part is found. */
const PARTS: { readonly [Part in StoredPart]: (props: PartProps) => ReactNode } = {
  facts: FactsOfCourse,
  people: AllPeople,
  otherSessions: SessionsOfOthers,
  barred: BarredList,
  institution: OwnInstitution,
};

/** The parts with one more: the same object as long as nothing changes, so that a preview is read again only then. */
function useWith<Part extends StoredPart>(
  before: Partial<StoredRecords>,
  part: Part,
  value: StoredRecords[Part] | undefined,
): Partial<StoredRecords> | null {
  return useMemo(() => (value === undefined ? null : { ...before, [part]: value }), [before, part, value]);
}

function FactsOfCourse({ courseId, before, children }: PartProps) {
  if (courseId === null) throw new Error('this kind of import belongs to a course');
  const stored = useWith(before, 'facts', useCourseFacts(courseId));
  return stored ? children(stored) : <Loading />;
}

function AllPeople({ before, children }: PartProps) {
  const stored = useWith(before, 'people', usePersonIndex());
  return stored ? children(stored) : <Loading />;
}

function SessionsOfOthers({ before, children }: PartProps) {
  if (!before.facts) throw new Error('the course is asked for first');
  const { startsOn, endsOn, id } = before.facts.course;
  const stored = useWith(before, 'otherSessions', useSessionsBetween(startsOn, endsOn, id));
  return stored ? children(stored) : <Loading />;
}

function BarredList({ before, children }: PartProps) {
  const stored = useWith(before, 'barred', useBarredList());
  return stored ? children(stored) : <Loading />;
}

function OwnInstitution({ before, children }: PartProps) {
  const settings = useSettings();
  const stored = useWith(before, 'institution', settings && settings.institution);
  return stored ? children(stored) : <Loading />;
}
