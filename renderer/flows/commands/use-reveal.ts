import { App } from 'antd';
import { useCallback } from 'react';
import { problemText } from '../../../shared/problems/catalogue';
import type { PersonId } from '../../../shared/records/ids';
import { useCommit } from '../../data/use-store';

/** The kind of entry that says that somebody looked at a covered number. Its reason is `table/id`, never a name. */
export const REVEAL_KIND = 'identity.reveal';

/** Notes in the journal that a person's covered number is looked at, then gives it; rejects, and says why, when it could not be noted. */
export function useReveal(): (personId: PersonId, number: string) => Promise<string> {
  const commit = useCommit();
  const { message } = App.useApp();
  return useCallback(
    async (personId, number) => {
      const noted = await commit({ kind: REVEAL_KIND, changes: [], reason: `persons/${personId}` });
      if (noted.ok) return number;
      void message.warning(noted.error.map((p) => problemText(p).sentence).join(''), 8);
      throw new Error('the reveal could not be noted');
    },
    [commit, message],
  );
}
