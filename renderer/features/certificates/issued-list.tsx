import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { frozenPage } from '../../../shared/documents/hour-certificate-page';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { HourCertificateId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import { problem, problemText } from '../../../shared/problems/catalogue';
import { revokeHourCertificate, sealedInto } from '../../../shared/commands/revoke-hour-certificate';
import { useCommand } from '../../flows/commands/use-command';
import { ReprintDialog } from '../../flows/printing/reprint-dialog';
import type { JobRunner } from '../../app/use-job';
import type { Output } from '../../flows/printing/use-print-certificates';
import { postTitle } from '../../../shared/regulation/posts';
import { certificatesText as text } from '../../text/certificates';
import { recordText } from '../../text/records';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { StateMark } from '../../ui/state-mark';
import type { Column } from '../../ui/table-model';
import type { Problem } from '../../../shared/problems/problem';

const columnsFor = (
  outdated: ReadonlySet<string>,
  posts: ReadonlyMap<string, string>,
): readonly Column<HourCertificate>[] => [
  { key: 'number', title: text.columns.number, width: 150, value: (one) => one.number, mono: true },
  { key: 'name', title: text.columns.name, width: 110, value: (one) => frozenPage(one).name },
  {
    key: 'post',
    title: text.columns.post,
    width: 130,
    value: ({ enrolmentId }) => posts.get(enrolmentId) ?? '',
    filter: true,
  },
  {
    key: 'year',
    title: text.columns.year,
    width: 90,
    value: ({ ceYear }) => (ceYear === null ? text.exchange : recordText.ceYear(ceYear)),
    filter: true,
  },
  {
    key: 'total',
    title: text.columns.total,
    width: 70,
    value: (one) => frozenPage(one).hours.at(-1)?.done ?? null,
    align: 'right',
  },
  { key: 'issuedOn', title: text.columns.issuedOn, width: 110, value: (one) => one.issuedOn, filter: true },
  { key: 'reprints', title: text.columns.reprints, width: 70, value: (one) => text.reprinted(one.reprints.length) },
  {
    key: 'state',
    title: text.columns.state,
    width: 320,
    value: (one) => stateText(one, outdated),
    render: (one) => (
      <span className={one.revoked ? 'second' : undefined}>
        {outdated.has(one.id) && <StateMark state="warning" />} {stateText(one, outdated)}
      </span>
    ),
    filter: true,
  },
];

const stateText = ({ id, revoked }: HourCertificate, outdated: ReadonlySet<string>): string =>
  revoked ? text.revoked(revoked.on, revoked.reason) : outdated.has(id) ? text.outdated : text.valid;

interface IssuedListProps {
  readonly enrolments: readonly Enrolment[];
  /** Ids of those that differ from the records now. */
  readonly outdated: ReadonlySet<string>;
  readonly issued: readonly HourCertificate[];
  readonly packages: readonly PackageRecord[];
  readonly course: string;
  readonly job: JobRunner;
}

type Asking = { readonly what: 'revoke' } | { readonly what: 'reprint'; readonly output: Output };

/** The certificates that were issued: stored pages printed again, copies, revocation. */
export function IssuedList({ enrolments, issued, outdated, packages, course, job }: IssuedListProps) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const command = useCommand();
  const { message } = App.useApp();
  const chosen = useMemo(() => issued.filter(({ id, revoked }) => keys.has(id) && !revoked), [issued, keys]);
  const columns = useMemo(
    () => columnsFor(outdated, new Map(enrolments.map(({ id, post }) => [id, postTitle(post)]))),
    [outdated, enrolments],
  );
  const ids: readonly HourCertificateId[] = chosen.map(({ id }) => id);
  const numbers = text.numbers(chosen.map(({ number }) => number));

  const revoke = async (reason: string): Promise<void> => {
    const documents = { hourCertificates: issued, packages };
    const saved = await command.run((ctx) =>
      revokeHourCertificate(documents, { ids, reason, sealed: 'proceed' }, ctx),
    );
    setAsking(null);
    if (!saved) return;
    setKeys(new Set());
    // A revocation cannot be undone, so nothing is offered.
    void message.success(text.revokedToast(ids.length));
  };
  return (
    <>
      <ProblemList problems={[...command.problems, ...problems]} />
      <DataTable
        name="hour-certificates"
        caption={text.captions.issued}
        rows={issued}
        rowKey={(one) => one.id}
        rowName={(one) => one.number}
        columns={columns}
        selection={{ keys, onChange: setKeys }}
        empty={<EmptyState title={text.nothingIssued} />}
        toolbar={
          <>
            <Button disabled={chosen.length === 0} onClick={() => setAsking({ what: 'reprint', output: 'print' })}>
              {text.reprint}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => setAsking({ what: 'reprint', output: 'save' })}>
              {text.saveCopy}
            </Button>
            <Button danger disabled={chosen.length === 0} onClick={() => setAsking({ what: 'revoke' })}>
              {text.revoke}
            </Button>
          </>
        }
      />
      {asking?.what === 'reprint' && (
        <ReprintDialog
          certificates={chosen}
          course={course}
          output={asking.output}
          job={job}
          onProblems={setProblems}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'revoke' && (
        <ReasonDialog
          title={text.revokeTitle(ids.length, numbers)}
          sentence={[text.revokeSentence, ...sealedWarnings(chosen, packages)].join('')}
          confirmLabel={text.revoke}
          danger
          suggestions={text.revokeReasons}
          onConfirm={revoke}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** What is said of certificates that went into a sealed package, before anybody decides. */
function sealedWarnings(
  certificates: readonly HourCertificate[],
  packages: readonly PackageRecord[],
): readonly string[] {
  const sealed = certificates.flatMap((certificate) => {
    const within = sealedInto(certificate, packages);
    const { number } = certificate;
    return within.length > 0 ? [problemText(problem('revoke-sealed', { number, packages: within }))] : [];
  });
  return sealed.length === 0 ? [] : [...sealed.slice(0, 3).map(({ sentence }) => sentence), sealed[0]!.next];
}
