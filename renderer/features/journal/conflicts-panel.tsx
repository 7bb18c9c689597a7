import { Alert } from 'antd';
import { useMemo } from 'react';
import type { Json } from '../../../shared/basics/json';
import { sameValue } from '../../../shared/basics/same-value';
import type { Change } from '../../../shared/commands/intent';
import { useConflicts, type ConflictShown, type ConflictValue } from '../../data/use-conflicts';
import { TABLE_TEXT } from '../../text/fields';
import { journalText } from '../../text/journal';
import { localTime } from '../../text/local-time';
import { fieldText, valueText } from '../../text/value-text';
import { recordName, useRecordNames } from './record-names';
import styles from './entry-detail.module.css';

const text = journalText.conflicts;

type Members = { readonly [field: string]: Json };

/** A value as a change, so that it is named and shown as changes are. */
const changeTo = ({ record }: ConflictValue): Change => ({ ...record, before: null }) as unknown as Change;
const membersOf = ({ record }: ConflictValue): Members | null => record.after as unknown as Members | null;

/** Records that two computers changed without knowing of each other, each value beside the other; nothing when there are none. */
export function ConflictsPanel() {
  const conflicts = useConflicts();
  const changes = useMemo(
    () => (conflicts ?? []).flatMap(({ inForce, rivals }) => [inForce, ...rivals].map(changeTo)),
    [conflicts],
  );
  const names = useRecordNames(changes);
  if (!conflicts || conflicts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={text.title(conflicts.length)}
      description={
        <>
          <p>{text.sentence}</p>
          <table className={styles['changes']} aria-label={text.title(conflicts.length)}>
            <thead>
              <tr>
                <th scope="col">{journalText.detail.record}</th>
                <th scope="col">{journalText.detail.field}</th>
                <th scope="col">{text.inForce}</th>
                <th scope="col">{text.rival}</th>
              </tr>
            </thead>
            <tbody>{conflicts.flatMap((conflict) => rowsOf(conflict, names))}</tbody>
          </table>
        </>
      }
    />
  );
}

function rowsOf(conflict: ConflictShown, names: ReadonlyMap<string, string>) {
  const { inForce, rivals, name } = conflict;
  const { table } = inForce.record;
  return rivals.flatMap((rival, i) => {
    const [ours, theirs] = [membersOf(inForce), membersOf(rival)];
    const change = changeTo(ours ? inForce : rival);
    const fields = [...new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs ?? {})])].filter(
      (field) => fieldText(table, field) !== null && !sameValue(ours?.[field], theirs?.[field]),
    );
    const shown = (members: Members | null, field: string): string => {
      const value = members?.[field];
      const named = typeof value === 'string' ? names.get(value) : undefined;
      return members === null ? text.deleted : (named ?? valueText(table, field, value));
    };
    return fields.map((field, at) => (
      <tr key={`${name}/${i}/${field}`}>
        <td>{at === 0 && `${TABLE_TEXT[table]} ${recordName(change, names)}`}</td>
        <th scope="row">{fieldText(table, field)}</th>
        <td>
          {shown(ours, field)}
          {at === 0 && <Writer value={inForce} />}
        </td>
        <td>
          {shown(theirs, field)}
          {at === 0 && <Writer value={rival} />}
        </td>
      </tr>
    ));
  });
}

/** Who wrote a value, and when. */
function Writer({ value: { line } }: { readonly value: ConflictValue }) {
  if (!line) return null;
  return <div className="second">{text.writer(line.operator || journalText.noOperator, localTime(line.time))}</div>;
}
