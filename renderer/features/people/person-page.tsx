import { Button } from 'antd';
import { useState } from 'react';
import { ageOn } from '../../../shared/basics/day';
import { unmergePersons } from '../../../shared/commands/unmerge-persons';
import { maskId, maskPhone } from '../../../shared/identity/mask';
import type { PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { goTo } from '../../app/navigation';
import { useCommand } from '../../flows/commands/use-command';
import { useReveal } from '../../flows/commands/use-reveal';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { usePersonFacts, type PersonFacts } from '../../data/use-person-facts';
import { usePersonIndex } from '../../data/use-person-index';
import { today } from '../../platform/clock';
import { appText } from '../../text/app';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DetailList } from '../../ui/detail-list';
import { EmptyState } from '../../ui/empty-state';
import { MaskedText } from '../../ui/masked-text';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ReasonDialog } from '../../ui/reason-dialog';
import { ProblemList } from '../../ui/problem-list';
import { Certificates } from './certificates';
import { Courses } from './courses';
import { HourCertificates } from './hour-certificates';
import { IdentityForm } from '../../flows/forms/identity-form';
import { MergeForm } from '../../flows/forms/merge-form';
import { OutsideHoursPanel } from './outside-hours-panel';
import { PersonForm } from '../../flows/forms/person-form';
import { Years } from './years';
import styles from './person-page.module.css';

/** One person: who it is, certificates, hours by CE year, courses with every session, hours from outside. */
export function PersonPage({ personId }: { readonly personId: PersonId }) {
  const facts = usePersonFacts(personId);
  if (facts === undefined) return <Page title={appText.loading}>{null}</Page>;
  if (facts === null) {
    return (
      <Page title={peopleText.missing}>
        <EmptyState title={peopleText.missing} next={peopleText.missingNext}>
          <Button onClick={() => goTo({ at: 'people' })}>{peopleText.back}</Button>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={facts.person.name} sub={facts.person.employer}>
      <div className={styles['columns']}>
        <div>
          <Details facts={facts} />
          <Certificates facts={facts} />
          <HourCertificates facts={facts} />
        </div>
        <div>
          <Years facts={facts} />
          <Courses facts={facts} />
          <OutsideHoursPanel facts={facts} />
        </div>
      </div>
    </Page>
  );
}

type Form = 'edit' | 'identity' | 'merge';

function Details({ facts }: { readonly facts: PersonFacts }) {
  const { person } = facts;
  const [form, setForm] = useState<Form | null>(null);
  const everybody = usePersonIndex();
  const reveal = useReveal();
  const close = (): void => setForm(null);
  return (
    <Panel
      title={peopleText.details}
      actions={
        <>
          <Button size="small" onClick={() => setForm('edit')}>
            {peopleText.edit}
          </Button>
          <Button size="small" disabled={!everybody} onClick={() => setForm('identity')}>
            {peopleText.correctIdentity}
          </Button>
          <Button size="small" disabled={!everybody} onClick={() => setForm('merge')}>
            {peopleText.merge}
          </Button>
        </>
      }
    >
      <DetailList
        items={[
          [peopleText.form.idKind, recordText.idKind[person.idKind]],
          [
            peopleText.id,
            <MaskedText
              key="id"
              masked={maskId(person.idNumber)}
              what={peopleText.id}
              reveal={() => reveal(person.id, person.idNumber)}
            />,
          ],
          [peopleText.form.sex, person.sex && recordText.sex[person.sex]],
          [
            peopleText.form.birthDate,
            person.birthDate && `${person.birthDate}（${peopleText.age(ageOn(person.birthDate, today()))}）`,
          ],
          [
            peopleText.phone,
            person.phone && (
              <MaskedText
                key="phone"
                masked={maskPhone(person.phone)}
                what={peopleText.phone}
                reveal={() => reveal(person.id, person.phone ?? '')}
              />
            ),
          ],
          [peopleText.form.employer, person.employer],
          [
            peopleText.form.employerCreditCode,
            person.employerCreditCode && (
              <span key="code" className="mono">
                {person.employerCreditCode}
              </span>
            ),
          ],
          [peopleText.form.note, person.note],
        ]}
      />
      {facts.merged.map((merged) => (
        <MergedRecord key={merged.id} merged={merged} persons={everybody?.persons ?? new Map()} />
      ))}
      {form === 'edit' && <PersonForm person={person} onClose={close} />}
      {form === 'identity' && everybody && (
        <IdentityForm person={person} persons={everybody.persons} onClose={close} />
      )}
      {form === 'merge' && everybody && <MergeForm person={person} persons={everybody.persons} onClose={close} />}
    </Panel>
  );
}

function MergedRecord({
  merged,
  persons,
}: {
  readonly merged: Person;
  readonly persons: ReadonlyMap<PersonId, Person>;
}) {
  const [asking, setAsking] = useState(false);
  const command = useCommand();
  const saved = useSavedToast();
  const unmerge = async (reason: string): Promise<void> => {
    const receipt = await command.run((ctx) => unmergePersons({ persons }, { personId: merged.id, reason }, ctx));
    setAsking(false);
    if (receipt) saved(peopleText.saved.unmerged(merged.name), receipt);
  };
  return (
    <div className={styles['merged']}>
      <span className="second">{peopleText.mergedRecords}</span> {merged.name}{' '}
      <span className="mono">{maskId(merged.idNumber)}</span>
      <Button size="small" onClick={() => setAsking(true)}>
        {peopleText.unmerge}
      </Button>
      <ProblemList problems={command.problems} />
      {asking && (
        <ReasonDialog
          title={peopleText.unmergeTitle(merged.name)}
          sentence={peopleText.unmergeSentence}
          confirmLabel={peopleText.unmerge}
          onConfirm={unmerge}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
