import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/basics/assert-never';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { enrolledCount } from '../../../shared/documents/form';
import type { ClassForm, Form } from '../../../shared/documents/form-kinds';
import { formModel, formPages, type FormRecord } from '../../../shared/documents/form-model';
import { FORMS } from '../../../shared/documents/forms';
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
import { makeForm } from '../../workers/documents-client';
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

/** What the package will hold: every form of the list, to be looked at, printed and saved one by one. */
export function DocumentsPanel(props: DocumentsPanelProps) {
  const { record, facts, judgements, certificates, leftOut, warnings, job, onProblems } = props;
  const [shown, setShown] = useState<{ readonly title: string; readonly workbook: WorkbookModel } | null>(null);
  const [copying, setCopying] = useState<Output | null>(null);
  const files = useStoredFiles();
  const { title: course } = facts.course;
  const busy = job.running !== null;

  const put = (form: ClassForm, output: Output): Promise<unknown> =>
    job.run(text.making(form.title), async ({ signal }) => {
      const made = await makeForm(formModel(form, props), { signal });
      if (!made.ok) return onProblems(made.error);
      const name = text.documentName(course, form.title);
      const done =
        output === 'print' ? await files.print(name, made.value) : await files.save(name, form.kind, made.value);
      onProblems(done.ok ? [] : done.error);
    });
  const look = (form: ClassForm): void => {
    const model = formModel(form, props);
    switch (model.kind) {
      case 'xlsx':
        return setShown({ title: form.title, workbook: model.workbook });
      case 'pdf':
        return void put(form, 'print');
      default:
        return assertNever(model);
    }
  };
  const pages = useMemo(
    () =>
      facts.enrolments.length > COUNTED_PEOPLE
        ? null
        : new Map(
            FORMS.filter((form) => form.people !== 'per-certificate').map((form) => [
              form.path,
              formPages(formModel(form, { record, facts, judgements })),
            ]),
          ),
    [record, facts, judgements],
  );
  const pagesOf = (form: Form): string => {
    const count = form.people === 'per-certificate' ? certificates.length : pages?.get(form.path);
    return count === undefined || count === null ? text.manyPages : text.pages(count);
  };
  const countOf = ({ people }: Form): string => {
    switch (people) {
      case 'submitted':
        return enrolledCount(facts, record.people);
      case 'left-out':
        return text.leftOutAndWarnings(leftOut, warnings);
      case 'whole-class':
        return enrolledCount(
          facts,
          judgements.map(({ enrolmentId }) => enrolmentId),
        );
      case 'per-certificate':
        return text.certificateCount(certificates.length);
      default:
        return assertNever(people);
    }
  };
  const actionsOf = (form: Form): ReactNode =>
    form.people === 'per-certificate' ? (
      <>
        <Button size="small" disabled={busy || certificates.length === 0} onClick={() => setCopying('print')}>
          {text.look.pdf}
        </Button>
        <Button
          size="small"
          aria-label={`${text.save} ${form.title}`}
          disabled={busy || certificates.length === 0}
          onClick={() => setCopying('save')}
        >
          {text.save}
        </Button>
      </>
    ) : (
      <>
        <Button
          size="small"
          aria-label={`${text.look[form.kind]} ${form.title}`}
          disabled={form.kind === 'pdf' && busy}
          onClick={() => look(form)}
        >
          {text.look[form.kind]}
        </Button>
        <Button
          size="small"
          aria-label={`${text.save} ${form.title}`}
          disabled={busy}
          onClick={() => void put(form, 'save')}
        >
          {text.save}
        </Button>
      </>
    );

  return (
    <Panel title={text.documents}>
      <table className={`plain-table ${styles['documents']}`}>
        <tbody>
          {FORMS.map((form) => (
            <tr key={form.path}>
              <td className={styles['kind']}>{form.kind}</td>
              <td>{form.title}</td>
              <td className={`second ${styles['count']}`}>{countOf(form)}</td>
              <td className={styles['pages']}>{pagesOf(form)}</td>
              <td>{actionsOf(form)}</td>
            </tr>
          ))}
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
      {shown && <WorkbookPreview title={shown.title} model={shown.workbook} onClose={() => setShown(null)} />}
    </Panel>
  );
}
