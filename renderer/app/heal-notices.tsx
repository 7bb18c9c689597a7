import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { assertNever } from '../../shared/basics/assert-never';
import type { HealNotice, JournalTrouble, Store } from '../data/store-api';
import { useNotices } from '../data/use-store';
import { problem, problemText } from '../../shared/problems/catalogue';
import { appText } from '../text/app';
import { localTime } from '../text/local-time';
import { useConfirm } from '../ui/use-confirm';

const text = appText.healed;

const isTrouble = (notice: HealNotice): notice is JournalTrouble => notice.kind.startsWith('journal-');

const isWarning = ({ kind }: HealNotice): boolean =>
  kind === 'unchecked' || kind === 'clock-back' || kind === 'disk-low';

function titleOf(notice: HealNotice): string {
  if (notice.kind === 'clock-back') return text.clockTitle;
  if (notice.kind === 'disk-low') return problemText(problem('disk-low', { megabytes: notice.megabytes })).title;
  if (notice.kind === 'joined' || (notice.kind === 'rebuilt' && notice.whileWorking)) return text.whileWorking;
  return isTrouble(notice) || notice.kind === 'unchecked' ? text.troubleTitle : text.title;
}

/** Nothing is promised about a record in which something is wrong. */
function sentenceOf(notice: HealNotice, sound: boolean): string {
  switch (notice.kind) {
    case 'applied':
      return text.applied(notice.entries);
    case 'torn-end':
      return text.tornEnd(notice.bytes);
    case 'clock-back':
      return text.clockBack(localTime(notice.last), localTime(notice.now));
    case 'disk-low': {
      const { sentence, next } = problemText(problem('disk-low', { megabytes: notice.megabytes }));
      return `${sentence}${next}`;
    }
    case 'unchecked':
      return text.unchecked(notice.message);
    case 'journal-damaged':
      return text.damaged(notice.chain, notice.seq);
    case 'journal-shortened':
      return text.shortened(notice.expected, notice.found);
    case 'journal-replaced':
      return text.replaced(notice.seq);
    case 'journal-extended':
      return text.extended(notice.expected + 1, notice.found);
    case 'joined':
      return text.joined(notice.entries);
    case 'rebuilt':
      return [
        text.rebuilt[notice.why](notice.entries),
        sound && (notice.why === 'missing' || notice.why === 'damaged') && text.nothingLost,
      ]
        .filter(Boolean)
        .join('');
    default:
      return assertNever(notice);
  }
}

/** What start-up mended and checks found, told once; what only a person may decide stays until it was decided. */
export function HealNotices({ store }: { readonly store: Store }) {
  const [understood, setUnderstood] = useState<ReadonlySet<HealNotice>>(new Set());
  const { message } = App.useApp();
  const confirm = useConfirm();
  const goOn = async (notice: HealNotice): Promise<void> => {
    if (
      !(await confirm({ title: text.goOnTitle, sentence: text.goOnSentence, confirmLabel: text.goOn, danger: true }))
    )
      return;
    const done = await store.continueFromJournal();
    if (!done.ok) {
      const [why] = done.error;
      if (why) void message.error(problemText(why).sentence);
      return;
    }
    setUnderstood(new Set([...understood, notice]));
    void message.success(text.wentOn);
  };
  const notices = useNotices();
  const sound = !notices.some(isTrouble);
  return notices
    .filter((notice) => !understood.has(notice))
    .map((notice, i) => (
      <Alert
        key={`${notice.kind}-${i}`}
        banner
        type={isTrouble(notice) ? 'error' : isWarning(notice) ? 'warning' : 'info'}
        title={`${titleOf(notice)}：${sentenceOf(notice, sound)}`}
        action={
          isTrouble(notice) ? (
            <Button size="small" danger onClick={() => void goOn(notice)}>
              {text.goOn}
            </Button>
          ) : (
            <Button size="small" onClick={() => setUnderstood(new Set([...understood, notice]))}>
              {text.understood}
            </Button>
          )
        }
      />
    ));
}
