import { useEffect, useSyncExternalStore, useRef } from 'react';

/** A key that does something here. Without `run` it is only listed: the part itself handles the key. */
export interface Shortcut {
  /** 'Ctrl+F', 'Alt+ArrowLeft', 'F1', '?'. */
  readonly keys: string;
  readonly does: string;
  readonly run?: () => void;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

function setGroups(next: readonly ShortcutGroup[]): void {
  groups = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The keys as `Shortcut.keys` writes them: modifiers in the order Ctrl, Alt, Shift (Shift with a letter only behind another modifier). */
function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) ? 'Shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A field in which Ctrl+Z takes back what was typed; fields with nothing typed say so by data-untyped. */
const keepsUndo = (target: EventTarget | null): boolean =>
  types(target) && target instanceof HTMLElement && target.dataset['untyped'] === undefined;

/** True while a dialog or a menu has the keyboard: what lies under it must not react. */
const inOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('#overlays') !== null;

/** Makes keys work, and lists them under a title, while the calling part is on the screen. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  const listed = shortcuts.map((s) => `${s.keys}\t${s.does}`).join('\n');
  useEffect(() => {
    const group: ShortcutGroup = { title, shortcuts: current.current };
    setGroups([...groups, group]);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || inOverlay(event.target)) return;
      const keys = keysOf(event);
      if (types(event.target) && !/^(Ctrl|Alt|F\d)/.test(keys)) return;
      // While something is typed, these take back letters.
      if (keepsUndo(event.target) && /^Ctrl\+(Shift\+)?[ZY]$/.test(keys)) return;
      const shortcut = current.current.find((s) => s.run && s.keys === keys);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      setGroups(groups.filter((g) => g !== group));
    };
  }, [title, listed]);
}

/** All keys that work at the moment, by title. */
export const useShortcutGroups = (): readonly ShortcutGroup[] => useSyncExternalStore(subscribe, () => groups);
