import { yearOf } from '../../../shared/basics/day';
import { fail, ok, type Result } from '../../../shared/basics/result';
import { nextHourCertificateNumbers } from '../../../shared/commands/document-numbers';
import {
  issueHourCertificates,
  type PreparedHourCertificate,
} from '../../../shared/commands/issue-hour-certificates';
import { hourCertificatePage, type HourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { problem } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { JobControl } from '../../app/use-job';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { useIssuedRecords } from '../../data/use-issued-records';
import { useCommit } from '../../data/use-store';
import { webSha256 } from '../../data/web-sha256';
import { commandContext } from '../../platform/clock';
import { certificatesText as text } from '../../text/certificates';
import { printCertificatesEach } from '../../workers/documents-client';
import type { DueCertificate } from './certificate-rows';

/** What was issued: the pages in the order of their numbers. */
export interface IssuedBatch {
  readonly pages: readonly HourCertificatePage[];
}

type Issued = Promise<Result<IssuedBatch, readonly Problem[]>>;

export interface IssueCertificates {
  /** The numbers that the next certificates would get. */
  readonly numbersFor: (facts: CourseFacts, count: number) => Promise<readonly string[]>;
  /**
   * Makes every page, stores every file, and only then writes the one entry that names them. Cancelled or refused at any
   * point before: nothing is issued, no number is used.
   */
  readonly issue: (facts: CourseFacts, due: readonly DueCertificate[], control: JobControl) => Issued;
}

/** Issuing 学时证明. When the records changed while the pages were made, nothing is issued. */
export function useIssueCertificates(): IssueCertificates {
  const commit = useCommit();
  const records = useIssuedRecords();
  const files = useStoredFiles();

  const numbersFor = async (facts: CourseFacts, count: number): Promise<readonly string[]> => {
    const { today } = commandContext();
    return nextHourCertificateNumbers(
      facts.institution?.numberPrefix ?? '',
      yearOf(today),
      await records.hourCertificates(),
      count,
    );
  };

  const issue = async (
    facts: CourseFacts,
    due: readonly DueCertificate[],
    { signal, report }: JobControl,
  ): Issued => {
    const { today } = commandContext();
    const numbers = await numbersFor(facts, due.length);
    report(0, due.length, text.making);
    const pages: HourCertificatePage[] = [];
    for (const [i, { enrolment, judgement, ceYear }] of due.entries()) {
      const request = { enrolmentId: enrolment.id, ceYear, number: numbers[i]!, issuedOn: today };
      pages.push(await hourCertificatePage(facts, judgement, request, webSha256));
    }
    const printed = await printCertificatesEach(pages, {
      signal,
      onProgress: (done, of) => report(done, of, text.making),
    });
    if (!printed.ok) return printed;
    const prepared: PreparedHourCertificate[] = [];
    for (const [i, bytes] of printed.value.entries()) {
      if (signal.aborted) return fail([problem('print-cancelled')]);
      const stored = await files.put(bytes);
      if (!stored.ok) return stored;
      const { enrolment, ceYear } = due[i]!;
      prepared.push({ enrolmentId: enrolment.id, ceYear, number: numbers[i]!, frozen: pages[i]!, pdf: stored.value });
      report(i + 1, due.length, text.storing);
    }
    if (signal.aborted) return fail([problem('print-cancelled')]);
    if (!records.isCurrent(facts)) return fail([problem('records-changed')]);
    const judgements = [...new Set(due.map(({ judgement }) => judgement))];
    const intent = issueHourCertificates(
      facts,
      { certificates: prepared, judgements, issued: await records.hourCertificates() },
      commandContext(),
    );
    if (!intent.ok) return intent;
    const saved = await commit(intent.value);
    return saved.ok ? ok({ pages }) : saved;
  };
  return { numbersFor, issue };
}
