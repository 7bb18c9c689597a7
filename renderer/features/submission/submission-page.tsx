import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { nameOf as enrolmentName } from '../../../shared/commands/name-of';
import { packageSelection } from '../../../shared/commands/package-selection';
import { enrolledCount } from '../../../shared/documents/form';
import type { FormRecord } from '../../../shared/documents/form-model';
import { outdatedHourCertificates } from '../../../shared/documents/outdated-hour-certificates';
import { isSame, standingCertificates } from '../../../shared/package/package-difference';
import type { Problem } from '../../../shared/problems/problem';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { CourseId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { CourseProgress } from '../../../shared/regulation/course-progress';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { goTo } from '../../app/navigation';
import { useCourseProgress } from '../../app/use-course-progress';
import { useJob } from '../../app/use-job';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { useCourseFacts } from '../../data/use-course-facts';
import { useHourCertificates, usePackages } from '../../data/use-issued';
import { useJudgements } from '../../data/use-judgements';
import { today } from '../../platform/clock';
import { appText } from '../../text/app';
import { submissionText as text } from '../../text/submission';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import { checklist, dueCertificates, mayBuild } from './checklist';
import { ChecklistPanel } from './checklist-panel';
import { confirmedWarnings, warningsOf } from './confirmations';
import { DocumentsPanel } from './documents-panel';
import { LeftOutPanel } from './left-out-panel';
import { SealedPanel, VersionsPanel } from './sealed-panel';
import { useSealPackage } from './use-seal-package';
import { useSealedDifference } from './use-sealed-difference';
import { WarningsPanel } from './warnings-panel';
import styles from './submission-page.module.css';

const NONE: readonly Problem[] = [];

/** 报审: what is still to do, what goes in, the sealed package and its versions. */
export function SubmissionPage({ courseId }: { readonly courseId: CourseId }) {
  const facts = useCourseFacts(courseId);
  const judgements = useJudgements(courseId);
  const issued = useHourCertificates(courseId);
  const packages = usePackages(courseId);
  const progress = useCourseProgress(courseId);
  if (!facts || !judgements || !issued || !packages || !progress) return <p className="second">{appText.loading}</p>;
  if (judgements.length === 0 && packages.length === 0) {
    return (
      <EmptyState title={text.emptyTitle} next={text.emptyNext}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}>
          {text.goRoster}
        </Button>
      </EmptyState>
    );
  }
  return <Submission facts={facts} judgements={judgements} issued={issued} packages={packages} progress={progress} />;
}

interface SubmissionProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  readonly issued: readonly HourCertificate[];
  readonly packages: readonly PackageRecord[];
  readonly progress: CourseProgress;
}

function Submission({ facts, judgements, issued, packages, progress }: SubmissionProps) {
  const { course, institution } = facts;
  const [problems, setProblems] = useState(NONE);
  /** File of the package that was sealed here and not saved outside yet. */
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const job = useJob();
  const files = useStoredFiles();
  const sealing = useSealPackage();
  const selection = useMemo(() => packageSelection(facts, judgements), [facts, judgements]);
  const warnings = useMemo(() => warningsOf(facts, selection, judgements), [facts, selection, judgements]);
  const certificates = useMemo(() => standingCertificates(selection.people, issued), [selection, issued]);
  const outdated = useMemo(
    () => outdatedHourCertificates(facts, judgements, certificates),
    [facts, judgements, certificates],
  );
  const latest = packages.at(-1);
  const sealedState = useSealedDifference(latest, facts, judgements, issued);
  const unchanged = latest !== undefined && sealedState.kind === 'compared' && isSame(sealedState.difference);
  const version = (latest?.version ?? 0) + 1;
  const confirmed = useMemo(() => confirmedWarnings(warnings), [warnings]);
  const nameOf = (id: string): string => {
    const enrolment = facts.enrolments.find((one) => one.id === id);
    return enrolment ? enrolmentName(facts, enrolment) : text.package;
  };

  const countOf = (people: PackageRecord['people']): string => enrolledCount(facts, people);

  const items = checklist({
    courseId: course.id,
    endsOn: course.endsOn,
    today: today(),
    institution,
    progress,
    going: selection.people.length,
    leftOut: selection.leftOut.length,
    certificatesDue: dueCertificates(facts, judgements, selection.people, certificates),
    certificatesOutdated: outdated.size,
    warnings: warnings.length,
    unconfirmed: unchanged ? 0 : warnings.length - confirmed.length,
  });
  const ready = mayBuild(items);
  // What is printed from this page carries the number of a version only when it is exactly what was sealed in it.
  const shown = useMemo(
    (): FormRecord =>
      unchanged && latest
        ? latest
        : {
            people: selection.people,
            sealedOn: today(),
            number: text.draft(latest?.number),
            version,
            confirmedWarnings: confirmed,
          },
    [selection, latest, unchanged, version, confirmed],
  );

  const saveCopy = (record: Pick<PackageRecord, 'zip' | 'fileName'>): Promise<unknown> =>
    job.run(text.reading, async () => {
      const bytes = await files.get(record.zip, record.fileName);
      if (!bytes.ok) return setProblems(bytes.error);
      await saveBytes(record.fileName, bytes.value);
    });
  const saveBytes = async (fileName: string, bytes: Uint8Array): Promise<void> => {
    const saved = await files.save(fileName, 'zip', bytes);
    setProblems(saved.ok ? NONE : saved.error);
    if (saved.ok && saved.value !== null) setUnsaved((name) => (name === fileName ? null : name));
  };
  const build = (): Promise<unknown> =>
    job.run(text.building, async (control) => {
      setProblems(NONE);
      const sealed = await sealing.seal({ facts, judgements, issued, confirmed }, control);
      if (!sealed.ok) return setProblems(sealed.error);
      setUnsaved(sealed.value.fileName);
      await saveBytes(sealed.value.fileName, sealed.value.bytes);
    });

  return (
    <div className={styles['page']}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <ChecklistPanel items={items} />
          <div className={styles['build']}>
            <Button
              type="primary"
              size="large"
              block
              disabled={!ready || unchanged || sealedState.kind === 'reading' || job.running !== null}
              onClick={() => void build()}
            >
              {text.build(version)}
            </Button>
            {!ready && !unchanged && <p className="second">{text.blocked}</p>}
            {unchanged && latest && <p className="second">{text.unchanged(latest.version)}</p>}
            {job.running && <ProgressWithCancel {...job.running} onCancel={job.cancel} />}
            <ProblemList problems={problems} />
          </div>
        </div>
        <div className={styles['column']}>
          {latest && (
            <SealedPanel
              latest={latest}
              state={sealedState}
              office={institution?.reviewingOffice ?? ''}
              nameOf={nameOf}
              countOf={countOf}
              unsaved={unsaved === latest.fileName}
              onSaveCopy={(record) => void saveCopy(record)}
            />
          )}
          <DocumentsPanel
            record={shown}
            facts={facts}
            judgements={judgements}
            certificates={certificates}
            leftOut={selection.leftOut.length}
            warnings={warnings.length}
            job={job}
            onProblems={setProblems}
          />
        </div>
      </div>
      {warnings.length > 0 && !unchanged && (
        <WarningsPanel facts={facts} judgements={judgements} warnings={warnings} />
      )}
      {selection.leftOut.length > 0 && (
        <LeftOutPanel facts={facts} judgements={judgements} leftOut={selection.leftOut} />
      )}
      {packages.length > 0 && (
        <VersionsPanel packages={packages} countOf={countOf} onSaveCopy={(record) => void saveCopy(record)} />
      )}
    </div>
  );
}
