import { Button } from 'antd';
import { useState } from 'react';
import { removeOutsideHours } from '../../../shared/commands/remove-outside-hours';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import { postTitle } from '../../../shared/regulation/posts';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useCeYearChoices } from '../../data/use-ce-year-choices';
import type { PersonFacts } from '../../data/use-person-facts';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { Panel } from '../../ui/panel';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { OutsideHoursForm } from './outside-hours-form';
import styles from './person-page.module.css';

const text = peopleText.outsideColumns;

/** Online hours and hours of earlier years, with their source. */
export function OutsideHoursPanel({ facts }: { readonly facts: PersonFacts }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OutsideHours | null>(null);
  const { certificates, outsideHours } = facts;
  const choices = useCeYearChoices(certificates.map(({ id }) => id));
  const command = useCommand();
  const saved = useSavedToast();
  const postOf = new Map(
    certificates.map(({ id, post }) => [id, post === undefined ? peopleText.certificate.noPost : postTitle(post)]),
  );

  const remove = async (reason: string): Promise<void> => {
    const receipt = await command.run((ctx) =>
      removeOutsideHours(
        { outsideHours, ceYearChoices: choices ?? [] },
        { ids: removing ? [removing.id] : [], reason },
        ctx,
      ),
    );
    setRemoving(null);
    if (receipt) saved(peopleText.outsideRemoved, receipt);
  };
  return (
    <Panel
      title={peopleText.outside}
      actions={
        certificates.length > 0 && (
          <Button size="small" onClick={() => setAdding(true)}>
            {peopleText.addOutside}
          </Button>
        )
      }
    >
      <ProblemList problems={command.problems} />
      {outsideHours.length === 0 && <p className="second">{peopleText.noOutside}</p>}
      {outsideHours.length > 0 && (
        <table className={`plain-table ${styles['table']}`}>
          <thead>
            <tr>
              {Object.values(text).map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th aria-label={peopleText.removeOutside} />
            </tr>
          </thead>
          <tbody>
            {outsideHours.map((item) => (
              <tr key={item.id}>
                <td>{recordText.outsideKind[item.kind]}</td>
                <td>{postOf.get(item.certificateId)}</td>
                <td>{item.on ?? (item.ceYear === undefined ? '–' : recordText.ceYear(item.ceYear))}</td>
                <td>{recordText.category[item.category]}</td>
                <td>{item.periods}</td>
                <td>{item.source}</td>
                <td>
                  <Button size="small" disabled={!choices} onClick={() => setRemoving(item)}>
                    {peopleText.removeOutside}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && (
        <OutsideHoursForm
          slice={{ certificates: new Map(certificates.map((c) => [c.id, c])), outsideHours }}
          onClose={() => setAdding(false)}
        />
      )}
      {removing && (
        <ReasonDialog
          title={peopleText.removeOutsideTitle(removing.periods)}
          confirmLabel={peopleText.removeOutside}
          danger
          onConfirm={remove}
          onCancel={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}
