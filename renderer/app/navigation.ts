import { create } from 'zustand';
import type { AttemptId, CourseId, EnrolmentId, PersonId, SessionId } from '../../shared/records/ids';
import type { RuleId } from '../../shared/regulation/finding';

/** The steps of a course, in the order of the work. */
export const STEP_IDS = [
  'overview',
  'roster',
  'timetable',
  'attendance',
  'tests',
  'findings',
  'certificates',
  'submission',
] as const;
export type StepId = (typeof STEP_IDS)[number];

export type SettingsSection = 'institution' | 'parameters' | 'barred' | 'data' | 'about';

/** The record at which a step opens: scrolled into view and selected. A step takes from it what it knows. */
export interface StepFocus {
  readonly enrolmentId?: EnrolmentId;
  readonly sessionId?: SessionId;
  readonly attemptId?: AttemptId;
  /** With an enrolment: the finding of this rule. 'all' = the conclusion. */
  readonly rule?: RuleId | 'all';
}

/** Every screen of the program. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'courses'; readonly create?: boolean }
  | { readonly at: 'course'; readonly courseId: CourseId; readonly step: StepId; readonly focus?: StepFocus }
  | { readonly at: 'people' }
  | { readonly at: 'person'; readonly personId: PersonId }
  | { readonly at: 'journal'; readonly about?: string }
  | { readonly at: 'settings'; readonly section: SettingsSection };

interface Navigation {
  readonly place: Place;
  readonly canBack: boolean;
  readonly canForward: boolean;
  /** Goes there; the way back stays open. The same place again changes nothing. */
  readonly go: (place: Place) => void;
  /** Notes where exactly one is here, so that the way back leads to it. Nothing moves now. */
  readonly note: (focus: StepFocus) => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** Forgets all places and starts again at home (another data set). */
  readonly reset: () => void;
}

const HOME: Place = { at: 'home' };

const same = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Where the user is. The trail of places is ours; the window's own history carries only the position in it, so that the
 * mouse's and the browser's back buttons work and the address never changes.
 */
export const useNavigation = create<Navigation>((set) => {
  let trail: readonly Place[] = [HOME];
  let index = 0;
  const show = (): void =>
    set({ place: trail[index] ?? HOME, canBack: index > 0, canForward: index < trail.length - 1 });
  window.history.replaceState({ at: 0 }, '');
  window.addEventListener('popstate', (event) => {
    const at: unknown = (event.state as { at?: unknown } | null)?.at;
    if (typeof at !== 'number') return;
    index = Math.max(0, Math.min(trail.length - 1, at));
    show();
  });
  return {
    place: HOME,
    canBack: false,
    canForward: false,
    go: (place) => {
      if (same(trail[index] ?? HOME, place)) return;
      trail = [...trail.slice(0, index + 1), place];
      index = trail.length - 1;
      window.history.pushState({ at: index }, '');
      show();
    },
    note: (focus) => {
      const here = trail[index];
      if (here?.at === 'course') trail = trail.with(index, { ...here, focus });
    },
    back: () => {
      if (index > 0) window.history.back();
    },
    forward: () => {
      if (index < trail.length - 1) window.history.forward();
    },
    reset: () => {
      trail = [HOME];
      index = 0;
      window.history.pushState({ at: 0 }, '');
      show();
    },
  };
});

/** Goes to a place; for code outside of components too. */
export const goTo = (place: Place): void => useNavigation.getState().go(place);
