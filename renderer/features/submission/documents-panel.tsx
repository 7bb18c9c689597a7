import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { printedPages } from '../../../shared/basics/sheet-pages';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { enrolledCount } from '../../../shared/documents/form';
import { PACKAGE_FORMS, type FormRecord, type PackageFormKind } from '../../../shared/package/package-forms';
import type { Problem } from '../../../shared/problems/problem';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { ReprintDialog } from '../../flows/printing/reprint-dialog';
import type { JobRunner } from '../../app/use-job';
import type { Output } from '../../flows/printing/use-print-certificates';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { submissionText as text } from '../../text/submission';
import { Panel } from '../../ui/panel';
import { makeWorkbook } from '../../workers/documents-client';
import { WorkbookPreview } from './workbook-preview';
import styles from './submission-page.module.css';

/** Laying out the forms of more people than this takes longer than a page may stand still; their previews say it. */
const COUNTED_PEOPLE = 1_000;

interface DocumentsPanelProps {
  readonly record: FormRecord;
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  /** The hour certificates that go in. */
  readonly certificates: readonly HourCertificate[];
  readonly leftOut: number;
  readonly warnings: number;
  readonly job: JobRunner;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

/** What the package will hold: every workbook and the certificates, to be looked at and saved one by one. */
export function DocumentsPanel(props: DocumentsPanelProps) {
  const { record, facts, judgements, certificates, leftOut, warnings, job, onProblems } = props;
  const [shown, setShown] = useState<{ readonly title: string; readonly model: WorkbookModel } | null>(null);
  const [copying, setCopying] = useState<Output | null>(null);
  const files = useStoredFiles();
  const { title: course } = facts.course;
  const busy = job.running !== null;

  const save = ({ title, model }: PackageFormKind): Promise<unknown> =>
    job.run(text.making(title), async ({ signal }) => {
      const made = await makeWorkbook(model(record, facts, judgements), { signal });
      if (!made.ok) return onProblems([made.error]);
      const saved = await files.save(text.documentName(course, title), 'xlsx', made.value);
      onProblems(saved.ok ? [] : saved.error);
    });
  const pages = useMemo(
    () =>
      facts.enrolments.length > COUNTED_PEOPLE
        ? null
        : new Map(
            PACKAGE_FORMS.map((form) => [form.path, printedPages(form.model(record, facts, judgements).sheets)]),
          ),
    [record, facts, judgements],
  );
  const countOf = (path: string): string =>
    path.endsWith('not-submitted.xlsx')
      ? text.leftOutAndWarnings(leftOut, warnings)
      : enrolledCount(facts, record.people);

  return (
    <Panel title={text.documents}>
      <table className={`plain-table ${styles['documents']}`}>
        <tbody>
          {PACKAGE_FORMS.map((form) => (
            <tr key={form.path}>
              <td className={styles['kind']}>xlsx</td>
              <td>{form.title}</td>
              <td className={`second ${styles['count']}`}>{countOf(form.path)}</td>
              <td className={styles['pages']}>
                {pages === null ? text.manyPages : text.pages(pages.get(form.path) ?? 0)}
              </td>
              <td>
                <Button
                  size="small"
                  aria-label={`${text.preview} ${form.title}`}
                  onClick={() => setShown({ title: form.title, model: form.model(record, facts, judgements) })}
                >
                  {text.preview}
                </Button>
                <Button
                  size="small"
                  aria-label={`${text.save} ${form.title}`}
                  disabled={busy}
                  onClick={() => void save(form)}
                >
                  {text.save}
                </Button>
              </td>
            </tr>
          ))}
          <tr>
            <td className={styles['kind']}>pdf</td>
            <td>{text.certificateDocument}</td>
            <td className={`second ${styles['count']}`}>{text.certificateCount(certificates.length)}</td>
            <td className={styles['pages']}>{text.pages(certificates.length)}</td>
            <td>
              <Button size="small" disabled={busy || certificates.length === 0} onClick={() => setCopying('print')}>
                {text.print}
              </Button>
              <Button
                size="small"
                aria-label={`${text.save} ${text.certificateDocument}`}
                disabled={busy || certificates.length === 0}
                onClick={() => setCopying('save')}
              >
                {text.save}
              </Button>
            </td>
          </tr>
          <tr>
            <td className={styles['kind']}>json</td>
            <td>{text.recordsDocument}</td>
            <td className="second" colSpan={3}>
              {text.recordsCount}
            </td>
          </tr>
        </tbody>
      </table>
      {copying && (
        <ReprintDialog
          certificates={certificates}
          course={course}
          output={copying}
          job={job}
          onProblems={onProblems}
          onClose={() => setCopying(null)}
        />
      )}
      {shown && <WorkbookPreview title={shown.title} model={shown.model} onClose={() => setShown(null)} />}
    </Panel>
  );
}
