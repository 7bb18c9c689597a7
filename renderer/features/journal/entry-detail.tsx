import { Button, Drawer } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Json } from '../../../shared/basics/json';
import { sameValue } from '../../../shared/basics/same-value';
import type { Change } from '../../../shared/commands/intent';
import type { Problem } from '../../../shared/problems/problem';
import { useUndoEntry } from '../../flows/commands/use-undo-entry';
import type { RecordedEntry } from '../../data/store-api';
import type { JournalLine } from '../../data/use-journal-page';
import { useStore } from '../../data/use-store';
import { appText } from '../../text/app';
import { TABLE_TEXT } from '../../text/fields';
import { journalText, kindText } from '../../text/journal';
import { localTime } from '../../text/local-time';
import { fieldText, valueText } from '../../text/value-text';
import { DetailList } from '../../ui/detail-list';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { recordName, useRecordNames } from './record-names';
import styles from './entry-detail.module.css';

const text = journalText.detail;
/** More than this many changed records are counted, not listed. */
const SHOWN = 60;

/** One entry of the journal: who, when, why, and every record before and after. */
export function EntryDetail({ line, onClose }: { readonly line: JournalLine; readonly onClose: () => void }) {
  const store = useStore();
  const undoEntry = useUndoEntry();
  const [entry, setEntry] = useState<RecordedEntry | null>(null);
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    void store.entryByHash(line.hash).then((found) => setEntry(found ?? null));
  }, [store, line.hash]);

  const undo = async (reason: string): Promise<void> => {
    const undone = await undoEntry(line.hash, reason);
    setAsking(false);
    if (undone.ok) onClose();
    else setProblems(undone.error);
  };
  return (
    <Drawer
      open
      size={640}
      title={`${text.title(line.place)}　${kindText(line.kind)}`}
      onClose={onClose}
      extra={
        line.standing === 'in-force' &&
        Object.keys(line.tables).length > 0 && (
          <Button danger onClick={() => setAsking(true)}>
            {text.undo}
          </Button>
        )
      }
    >
      <div className={styles['detail']}>
        <ProblemList problems={problems} />
        <DetailList
          items={[
            [text.time, localTime(line.time)],
            [text.operator, line.operator || journalText.noOperator],
            [text.reason, line.reason],
            [
              text.hash,
              <span key="hash" className="mono">
                {line.hash}
              </span>,
            ],
            [text.chain, <span key="chain" className="mono">{`${line.chain} · ${line.seq}`}</span>],
          ]}
        />
        {entry ? <Changes changes={entry.changes} /> : <p className="second">{appText.loading}</p>}
      </div>
      {asking && (
        <ReasonDialog
          title={text.undoTitle(kindText(line.kind))}
          sentence={text.undoSentence}
          confirmLabel={text.undo}
          danger
          onConfirm={undo}
          onCancel={() => setAsking(false)}
        />
      )}
    </Drawer>
  );
}

type Members = { readonly [field: string]: Json };

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const shown = useMemo(() => changes.slice(0, SHOWN), [changes]);
  const names = useRecordNames(shown);
  return (
    <>
      <ShortChanges changes={shown.filter(isShort)} names={names} />
      {shown
        .filter((change) => !isShort(change))
        .map((change) => (
          <ChangeTable
            key={`${change.table}/${change.key}`}
            change={change}
            name={recordName(change, names)}
            names={names}
          />
        ))}
      {changes.length > SHOWN && <p className="second">{text.more(changes.length - SHOWN)}</p>}
    </>
  );
}

/** Records of which one member says it all: one line each. */
const TELLING: Readonly<Partial<Record<Change['table'], string>>> = { marks: 'mark', attempts: 'score' };
const isShort = (change: Change): boolean => TELLING[change.table] !== undefined;

function ShortChanges({
  changes,
  names,
}: {
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
}) {
  if (changes.length === 0) return null;
  const value = (change: Change, record: Change['before']): string => {
    const field = TELLING[change.table] ?? '';
    return valueText(change.table, field, (record as unknown as Members | null)?.[field]);
  };
  return (
    <table className={styles['changes']}>
      <thead>
        <tr>
          <th scope="col">{text.record}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.key}>
            <td>{`${TABLE_TEXT[change.table]} ${recordName(change, names)}`}</td>
            <td>{value(change, change.before)}</td>
            <td>{value(change, change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChangeTableProps {
  readonly change: Change;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
}

function ChangeTable({ change, name, names }: ChangeTableProps) {
  const before = change.before as unknown as Members | null;
  const after = change.after as unknown as Members | null;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => fieldText(change.table, field) !== null && !sameValue(before?.[field], after?.[field]),
  );
  const how = before === null ? text.created : after === null ? text.removed : null;
  const shown = (members: Members | null, field: string): string => {
    const value = members?.[field];
    const named = typeof value === 'string' ? names.get(value) : undefined;
    return members === null ? '' : (named ?? valueText(change.table, field, value));
  };
  return (
    <section>
      <h3>
        {TABLE_TEXT[change.table]} {name} {how && <span className="second">{how}</span>}
      </h3>
      <table className={styles['changes']}>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldText(change.table, field)}</th>
              <td>{shown(before, field)}</td>
              <td>{shown(after, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
