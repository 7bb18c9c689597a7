import { useState } from 'react';
import type { Day } from '../../../shared/basics/day';
import { addSession } from '../../../shared/commands/add-session';
import { editSession } from '../../../shared/commands/edit-session';
import type { SessionId } from '../../../shared/records/ids';
import type { Session } from '../../../shared/records/session';
import { bySchedule } from '../../../shared/regulation/credits';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { CourseCommands } from '../../flows/commands/use-course-commands';
import { useStore } from '../../data/use-store';
import { timetableText as text } from '../../text/timetable';
import { draftOf, followingDraft, isValues, nextDraft, valuesOf, type SessionDraft } from './session-draft';
import type { Field } from './session-line';

/** The line being typed and where it stands. */
export interface EditedLine {
  readonly draft: SessionDraft;
  /** As it was when the line opened. */
  readonly before: SessionDraft;
  /** The group in which it is shown until it is saved. */
  readonly day: Day;
  readonly field: Field;
  /** Different for every line that is opened, also for one new line after the other. */
  readonly opening: number;
  /** Fields that were missing or unreadable at the last try to save. */
  readonly wrong: readonly (keyof SessionDraft)[];
}

export interface LineEditor {
  readonly line: EditedLine | null;
  readonly edit: (session: Session, field: Field) => Promise<void>;
  /** A new line on a day, or after everything else. */
  readonly add: (day?: Day) => Promise<void>;
  readonly change: (draft: SessionDraft) => void;
  /** Saves and goes on to the next line, a likely new one after the last. */
  readonly saveAndGoOn: () => Promise<void>;
  readonly cancel: () => void;
}

interface LineEditorOptions {
  readonly facts: CourseFacts;
  readonly others: readonly Session[];
  readonly minutesPerPeriod: number;
  readonly commands: CourseCommands;
  /** Told which line the keyboard is on when editing ends there. */
  readonly onLeave: (at: SessionId | null) => void;
}

const same = (a: SessionDraft, b: SessionDraft): boolean => JSON.stringify(a) === JSON.stringify(b);
const scheduled = (facts: CourseFacts): readonly Session[] => facts.sessions.toSorted(bySchedule);

/** Editing of one line after the other; whatever leaves a line that was changed saves it first. */
export function useLineEditor({ facts, others, minutesPerPeriod, commands, onLeave }: LineEditorOptions): LineEditor {
  const store = useStore();
  const [line, setLine] = useState<EditedLine | null>(null);
  const { course } = facts;

  /** The facts with what was just saved, before the page is drawn with them. */
  const now = (): CourseFacts => store.facts.snapshot(course.id) ?? facts;
  const open = (draft: SessionDraft, day: Day, field: Field): void =>
    setLine((last) => ({ draft, before: draft, day, field, wrong: [], opening: (last?.opening ?? 0) + 1 }));

  const save = async ({ draft, before }: EditedLine): Promise<boolean> => {
    if (draft.id !== null && same(draft, before)) return true;
    const values = valuesOf(draft);
    if (!isValues(values)) {
      setLine((open_) => open_ && { ...open_, wrong: values });
      return false;
    }
    const { id } = draft;
    const number = facts.sessions.find((session) => session.id === id)?.number;
    const outcome = await commands.run(
      (latest, ctx, reason) =>
        id === null
          ? addSession(latest, { ...values, others }, ctx)
          : editSession(latest, { sessionId: id, patch: values, others, reason }, ctx),
      number === undefined ? text.added : text.saved(number),
    );
    return outcome.kind === 'saved' || outcome.kind === 'unchanged';
  };
  /** A new line that nobody typed into is given up, not saved. */
  const leave = async (): Promise<boolean> => {
    if (!line || same(line.draft, line.before)) return true;
    return save(line);
  };
  const addAfter = (day: Day | undefined): void => {
    const latest = now();
    const sessions = scheduled(latest);
    const last = sessions.at(-1)?.date ?? course.startsOn;
    const draft = day
      ? nextDraft(sessions, day, minutesPerPeriod)
      : followingDraft(sessions, last, course.endsOn, minutesPerPeriod);
    open(draft, day ?? (draft.date as Day), 'title');
  };

  return {
    line,
    edit: async (session, field) => {
      if (line?.draft.id === session.id || !(await leave())) return;
      const latest = now().sessions.find(({ id }) => id === session.id);
      if (latest) open(draftOf(latest), latest.date, field);
    },
    add: async (day) => {
      if (await leave()) addAfter(day);
    },
    change: (draft) => setLine((edited) => edited && { ...edited, draft, wrong: [] }),
    saveAndGoOn: async () => {
      if (!line || !(await save(line))) return;
      const sessions = scheduled(now());
      const next =
        line.draft.id === null ? undefined : sessions[sessions.findIndex(({ id }) => id === line.draft.id) + 1];
      if (next) open(draftOf(next), next.date, line.field);
      else {
        const draft = followingDraft(
          sessions,
          line.draft.id === null ? lastTyped(line) : (sessions.at(-1)?.date ?? line.day),
          course.endsOn,
          minutesPerPeriod,
        );
        open(draft, draft.date as Day, 'title');
      }
    },
    cancel: () => {
      commands.clear();
      setLine(null);
      onLeave(line?.draft.id ?? null);
    },
  };
}

/** The day of the line that was just saved: the next new one most likely is on it too. */
const lastTyped = ({ draft, day }: EditedLine): Day => (typeof draft.date === 'string' ? draft.date : day);
