import { Button } from 'antd';
import type { ReactNode } from 'react';
import { postTitle } from '../../../shared/regulation/posts';
import { goTo } from '../../app/navigation';
import { certificatesText as text } from '../../text/certificates';
import { recordText } from '../../text/records';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import type { Column } from '../../ui/table-model';
import type { DueCertificate, RefusedCertificate } from './certificate-rows';

type Who = Pick<DueCertificate, 'enrolment' | 'person'>;

const who = <Row extends Who>(): readonly Column<Row>[] => [
  { key: 'order', title: text.columns.order, width: 60, value: ({ enrolment }) => enrolment.order, align: 'right' },
  { key: 'name', title: text.columns.name, width: 110, value: ({ person }) => person.name },
  {
    key: 'post',
    title: text.columns.post,
    width: 130,
    value: ({ enrolment }) => postTitle(enrolment.post),
    filter: true,
  },
];

const dueColumns: readonly Column<DueCertificate>[] = [
  ...who<DueCertificate>(),
  {
    key: 'year',
    title: text.columns.year,
    width: 100,
    value: ({ ceYear }) => (ceYear === null ? text.exchange : recordText.ceYear(ceYear)),
    filter: true,
  },
  { key: 'public', title: text.columns.public, width: 70, value: (due) => due.public, align: 'right' },
  {
    key: 'professional',
    title: text.columns.professional,
    width: 70,
    value: (due) => due.professional,
    align: 'right',
  },
  { key: 'total', title: text.columns.total, width: 70, value: (due) => due.total, align: 'right' },
];

const refusedColumns: readonly Column<RefusedCertificate>[] = [
  ...who<RefusedCertificate>(),
  {
    key: 'total',
    title: text.columns.total,
    width: 70,
    value: ({ judgement }) => judgement.hours.total,
    align: 'right',
  },
  {
    key: 'reasons',
    title: text.columns.reasons,
    width: 780,
    value: ({ reasons }) => reasons.join(''),
    render: ({ reasons }) => <span title={reasons.join('\n')}>{reasons.join('')}</span>,
  },
];

interface DueListProps {
  readonly due: readonly DueCertificate[];
  readonly keys: ReadonlySet<string>;
  readonly onKeys: (keys: ReadonlySet<string>) => void;
  readonly busy: boolean;
  readonly mayIssue: boolean;
  readonly onIssue: (due: readonly DueCertificate[]) => void;
  readonly onPreview: (due: DueCertificate) => void;
  readonly empty: ReactNode;
}

/** The certificates that can be issued now, for selection. */
export function DueList({ due, keys, onKeys, busy, mayIssue, onIssue, onPreview, empty }: DueListProps) {
  const chosen = due.filter(({ key }) => keys.has(key));
  const [first] = chosen;
  return (
    <DataTable
      name="due-certificates"
      caption={text.captions.due}
      rows={due}
      rowKey={({ key }) => key}
      rowName={({ person }) => person.name}
      columns={dueColumns}
      selection={{ keys, onChange: onKeys }}
      onOpen={onPreview}
      empty={empty}
      toolbar={
        <>
          <Button type="primary" disabled={busy || !mayIssue || chosen.length === 0} onClick={() => onIssue(chosen)}>
            {text.issue(chosen.length)}
          </Button>
          <Button disabled={busy || chosen.length !== 1} onClick={() => first && onPreview(first)}>
            {text.preview}
          </Button>
          {due.length > 0 && chosen.length === 0 && <span className="second">{text.issueHint}</span>}
        </>
      }
    />
  );
}

/** Who cannot get a certificate, and why. */
export function RefusedList({ refused }: { readonly refused: readonly RefusedCertificate[] }) {
  return (
    <DataTable
      name="refused-certificates"
      caption={text.captions.refused}
      rows={refused}
      rowKey={({ key }) => key}
      columns={refusedColumns}
      onOpen={({ person }) => goTo({ at: 'person', personId: person.id })}
      empty={<EmptyState title={text.nothingRefused} />}
    />
  );
}
