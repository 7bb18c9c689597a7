import type { SessionId } from '../records/ids';
import type { Session } from '../records/session';

/** A make-up lesson's lesson, followed to the first one; a lesson of another category is no make-up and stays by itself. */
export function rootsOf(sessions: readonly Session[]): Map<SessionId, SessionId> {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const roots = new Map<SessionId, SessionId>();
  for (const session of sessions) {
    let root = session;
    const seen = new Set<SessionId>();
    while (root.makesUpFor && !seen.has(root.id)) {
      seen.add(root.id);
      const earlier = byId.get(root.makesUpFor);
      if (!earlier || earlier.category !== session.category) break;
      root = earlier;
    }
    if (root !== session) roots.set(session.id, root.id).set(root.id, root.id);
  }
  return roots;
}
