import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { hourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { outdatedHourCertificates } from '../../../shared/documents/outdated-hour-certificates';
import type { CourseId } from '../../../shared/records/ids';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { goTo } from '../../app/navigation';
import { useJob } from '../../app/use-job';
import { usePrintCertificates, type Output } from '../../flows/printing/use-print-certificates';
import { useCourseFacts } from '../../data/use-course-facts';
import { useHourCertificates, usePackages } from '../../data/use-issued';
import { useJudgements } from '../../data/use-judgements';
import { webSha256 } from '../../data/web-sha256';
import { today } from '../../platform/clock';
import { appText } from '../../text/app';
import { certificatesText as text } from '../../text/certificates';
import { longDay } from '../../text/format';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import { useConfirm } from '../../ui/use-confirm';
import { certificateRows, type DueCertificate } from './certificate-rows';
import { DueList, RefusedList } from './due-list';
import { IssuedList } from './issued-list';
import { useIssueCertificates, type IssuedBatch } from './use-issue-certificates';
import styles from './certificates-page.module.css';

type View = keyof typeof text.views;
const VIEWS = Object.keys(text.views) as readonly View[];
const NONE: readonly Problem[] = [];

/** 证明: who can get one, issuing, what was issued. */
export function CertificatesPage({ courseId }: { readonly courseId: CourseId }) {
  const facts = useCourseFacts(courseId);
  const judgements = useJudgements(courseId);
  const issued = useHourCertificates(courseId);
  const packages = usePackages(courseId);
  if (!facts || !judgements || !issued || !packages) return <p className="second">{appText.loading}</p>;
  return <Certificates facts={facts} judgements={judgements} issued={issued} packages={packages} />;
}

interface CertificatesProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  readonly issued: readonly HourCertificate[];
  readonly packages: readonly PackageRecord[];
}

function Certificates({ facts, judgements, issued, packages }: CertificatesProps) {
  const rows = useMemo(() => certificateRows(facts, judgements, issued), [facts, judgements, issued]);
  const outdated = useMemo(() => outdatedHourCertificates(facts, judgements, issued), [facts, judgements, issued]);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState(NONE);
  const [batch, setBatch] = useState<IssuedBatch | null>(null);
  const job = useJob();
  const confirm = useConfirm();
  const issuing = useIssueCertificates();
  const print = usePrintCertificates();
  const { title } = facts.course;
  const counts: Readonly<Record<View, number>> = {
    due: rows.due.length,
    issued: issued.length,
    refused: rows.refused.length,
  };
  const [view, setView] = useState<View>(counts.due === 0 && counts.issued > 0 ? 'issued' : 'due');
  const missing = !facts.institution ? 'institution' : facts.institution.numberPrefix ? null : 'prefix';

  const issue = async (due: readonly DueCertificate[]): Promise<void> => {
    const numbers = await issuing.numbersFor(facts, due.length);
    const running = today() < facts.course.endsOn ? text.issueRunning(longDay(facts.course.endsOn)) : '';
    const agreed = await confirm({
      title: text.issueTitle(due.length),
      sentence: text.issueSentence(numbers[0]!, numbers.at(-1)!) + running,
      confirmLabel: text.issue(due.length),
    });
    if (!agreed) return;
    setProblems(NONE);
    const result = await job.run(text.making, (control) => issuing.issue(facts, due, control));
    if (!result) return;
    setProblems(result.ok ? NONE : result.error);
    if (!result.ok) return;
    setBatch(result.value);
    setKeys(new Set());
    setView('issued');
  };
  const preview = (due: DueCertificate): Promise<unknown> =>
    job.run(text.making, async (control) => {
      const { enrolment, judgement, ceYear, person } = due;
      const request = { enrolmentId: enrolment.id, ceYear, number: text.previewNumber, issuedOn: today() };
      const page = await hourCertificatePage(facts, judgement, request, webSha256);
      const done = await print.pages([page], text.previewName(person.name), 'print', control);
      setProblems(done.ok ? NONE : done.error);
    });
  const outputBatch = (output: Output): Promise<unknown> =>
    job.run(text.onePdf, async (control) => {
      const done = await print.pages(batch?.pages ?? [], text.fileName(title), output, control);
      setProblems(done.ok ? NONE : done.error);
    });

  return (
    <div className="filling-page">
      <div className={`button-bar ${styles['views']}`} role="group" aria-label={text.viewsLabel}>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {text.views[one]} <b>{counts[one]}</b>
          </button>
        ))}
      </div>
      {missing && (
        <div className={styles['notice']} role="alert">
          <div>
            <b>{missing === 'institution' ? text.noInstitution : text.noPrefix}</b>
            <p>{missing === 'institution' ? text.noInstitutionNext : text.noPrefixNext}</p>
          </div>
          <Button type="primary" onClick={() => goTo({ at: 'settings', section: 'institution' })}>
            {text.goSettings}
          </Button>
        </div>
      )}
      {batch && (
        <div className={styles['done']} role="status">
          <div>
            <b>{text.issuedTitle(batch.pages.length)}</b>
            <p>
              {text.issuedSentence(batch.pages[0]!.number, batch.pages.at(-1)!.number)}
              {text.issuedNext}
            </p>
          </div>
          <Button type="primary" disabled={job.running !== null} onClick={() => void outputBatch('print')}>
            {text.printAll}
          </Button>
          <Button disabled={job.running !== null} onClick={() => void outputBatch('save')}>
            {text.saveAll}
          </Button>
          <Button type="text" onClick={() => setBatch(null)}>
            {text.dismiss}
          </Button>
        </div>
      )}
      {job.running && <ProgressWithCancel {...job.running} onCancel={job.cancel} />}
      <ProblemList problems={problems} />
      {view === 'due' && (
        <DueList
          due={rows.due}
          keys={keys}
          onKeys={setKeys}
          busy={job.running !== null}
          mayIssue={missing === null}
          onIssue={(due) => void issue(due)}
          onPreview={(due) => void preview(due)}
          empty={
            <EmptyState title={text.nothingDue} next={counts.issued > 0 ? text.allIssued : text.nobodyReady}>
              <Button onClick={() => goTo({ at: 'course', courseId: facts.course.id, step: 'findings' })}>
                {text.goFindings}
              </Button>
            </EmptyState>
          }
        />
      )}
      {view === 'issued' && (
        <IssuedList
          enrolments={facts.enrolments}
          issued={issued}
          outdated={outdated}
          packages={packages}
          course={title}
          job={job}
        />
      )}
      {view === 'refused' && <RefusedList refused={rows.refused} />}
    </div>
  );
}
