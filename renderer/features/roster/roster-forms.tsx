import { removeEnrolment } from '../../../shared/commands/remove-enrolment';
import type { PeopleSlice } from '../../../shared/commands/people-slice';
import type { Declared } from '../../../shared/commands/declare';
import type { Purpose } from '../../../shared/records/course';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { CertificateForm } from '../../flows/forms/certificate-form';
import { ASKED, DeclareForm } from '../../flows/forms/declare-form';
import { IdentityForm } from '../../flows/forms/identity-form';
import { PersonForm } from '../../flows/forms/person-form';
import { ReasonCommand } from '../../flows/commands/reason-command';
import { useHourCertificates, usePackages } from '../../data/use-issued';
import { rosterText } from '../../text/roster';
import { EnrolmentForm } from './enrolment-form';
import { ReinstateDialog, TransferForm, WithdrawForm } from './leave-forms';
import type { RosterRow } from './roster-table';

/** What can be done with one person of the roster. */
export type RosterForm =
  | 'person'
  | 'identity'
  | 'certificate'
  | 'enrolment'
  | 'declare'
  | 'withdraw'
  | 'transfer'
  | 'reinstate'
  | 'remove';

/** The declarations that a course of this kind asks for; every kind asks for one at least. */
export const askedIn = (purpose: Purpose): readonly [Declared, ...Declared[]] => {
  const [first = 'stillInPost', ...others] = ASKED[purpose];
  return [first, ...others];
};

interface RosterFormsProps {
  readonly form: RosterForm;
  readonly facts: CourseFacts;
  readonly people: PeopleSlice;
  readonly row: RosterRow;
  readonly onClose: () => void;
}

/** The form that was asked for. */
export function RosterForms({ form, facts, people, row, onClose }: RosterFormsProps) {
  const { person, certificate, enrolment } = row;
  switch (form) {
    case 'person':
      return <PersonForm person={person} onClose={onClose} />;
    case 'identity':
      return <IdentityForm person={person} persons={people.persons} onClose={onClose} />;
    case 'certificate':
      return certificate ? <CertificateForm certificate={certificate} slice={people} onClose={onClose} /> : null;
    case 'enrolment':
      return <EnrolmentForm facts={facts} row={row} onClose={onClose} />;
    case 'declare':
      return (
        <DeclareForm
          facts={facts}
          asked={askedIn(facts.course.purpose)}
          enrolmentIds={[enrolment.id]}
          onClose={onClose}
        />
      );
    case 'withdraw':
      return <WithdrawForm facts={facts} row={row} onClose={onClose} />;
    case 'transfer':
      return <TransferForm facts={facts} row={row} onClose={onClose} />;
    case 'reinstate':
      return <ReinstateDialog facts={facts} row={row} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog facts={facts} row={row} onClose={onClose} />;
  }
}

/** Takes somebody off the roster who was put there by mistake. */
function RemoveDialog({ facts, row, onClose }: Pick<RosterFormsProps, 'facts' | 'row' | 'onClose'>) {
  const hourCertificates = useHourCertificates(facts.course.id);
  const packages = usePackages(facts.course.id);
  const { name } = row.person;
  if (!hourCertificates || !packages) return null;
  const documents = { hourCertificates, packages };
  return (
    <ReasonCommand
      title={rosterText.removeTitle(name)}
      sentence={rosterText.removeSentence}
      confirmLabel={rosterText.remove}
      danger
      command={(reason, ctx) => removeEnrolment(facts, { enrolmentId: row.enrolment.id, documents, reason }, ctx)}
      saved={rosterText.saved.removed(name)}
      onClose={onClose}
    />
  );
}
