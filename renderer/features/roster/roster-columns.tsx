import { maskId } from '../../../shared/identity/mask';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { PersonId } from '../../../shared/records/ids';
import { ruleTitle } from '../../../shared/regulation/rules';
import { postTitle } from '../../../shared/regulation/posts';
import { recordText } from '../../text/records';
import { rosterText } from '../../text/roster';
import { MaskedText } from '../../ui/masked-text';
import type { Column } from '../../ui/table-model';
import { OpenMark } from './open-mark';
import type { RosterRow } from './roster-table';

const text = rosterText.columns;

/** 在读, 03-18 起, 2026-03-17 退出. */
function statusText({ status, from }: Enrolment): string {
  switch (status.kind) {
    case 'active':
      return from === undefined ? rosterText.status.active : rosterText.status.late(from);
    case 'left':
      return rosterText.status.left(status.on);
    case 'transferred':
      return rosterText.status.transferred(status.on);
  }
}

/** The columns of the roster, first what one works with, also on a narrow screen; numbers stay covered until somebody asks for one. */
export const rosterColumns = (
  reveal: (personId: PersonId, number: string) => Promise<string>,
): readonly Column<RosterRow>[] => [
  { key: 'order', title: text.order, width: 56, align: 'right', value: ({ enrolment }) => enrolment.order },
  { key: 'name', title: text.name, width: 112, opens: true, value: ({ person }) => person.name },
  { key: 'post', title: text.post, width: 128, filter: true, value: ({ enrolment }) => postTitle(enrolment.post) },
  {
    key: 'open',
    title: text.open,
    width: 148,
    filter: true,
    value: ({ open }) => (open[0] ? ruleTitle(open[0].rule) : null),
    render: ({ open }) => <OpenMark findings={open} />,
  },
  {
    key: 'idNumber',
    title: text.idNumber,
    width: 188,
    value: ({ person }) => maskId(person.idNumber),
    render: ({ person }) => (
      <MaskedText
        masked={maskId(person.idNumber)}
        what={text.idNumber}
        reveal={() => reveal(person.id, person.idNumber)}
      />
    ),
  },
  { key: 'employer', title: text.employer, width: 200, filter: true, value: ({ person }) => person.employer ?? null },
  { key: 'status', title: text.status, width: 112, filter: true, value: ({ enrolment }) => statusText(enrolment) },
  {
    key: 'sex',
    title: text.sex,
    width: 76,
    filter: true,
    align: 'center',
    value: ({ person }) => (person.sex ? recordText.sex[person.sex] : null),
  },
  { key: 'age', title: text.age, width: 56, align: 'right', value: ({ age }) => age },
  {
    key: 'certificate',
    title: text.certificate,
    width: 148,
    mono: true,
    value: ({ certificate }) => certificate?.number ?? null,
  },
  { key: 'issuedOn', title: text.issuedOn, width: 104, value: ({ certificate }) => certificate?.issuedOn ?? null },
  {
    key: 'origin',
    title: text.origin,
    width: 88,
    filter: true,
    value: ({ certificate }) => (certificate?.origin ? recordText.origin[certificate.origin] : null),
  },
];
