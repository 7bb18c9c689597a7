import { useEffect, useMemo, useState } from 'react';
import type { Digest } from '../../../shared/basics/sha256';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { PackageRecord } from '../../../shared/records/package-record';
import { certificateNumbers } from '../../../shared/documents/hour-certificate-form';
import { packageDifference, type PackageDifference } from '../../../shared/package/package-difference';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { submissionText as text } from '../../text/submission';
import { openPackage } from '../../workers/package-client';
import type { PackageContent } from '../../workers/package-worker';

/** Sealed packages never change, so what was read once stays. Only the latest ones are kept. */
const read = new Map<Digest, PackageContent>();
const KEPT = 3;

export type SealedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'compared'; readonly difference: PackageDifference }
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] };

type Opened =
  | { readonly digest: Digest; readonly content: PackageContent }
  | { readonly digest: Digest; readonly problems: readonly Problem[] };

/** How the records differ from the latest sealed version; the stored bytes are read back for it. */
export function useSealedDifference(
  latest: PackageRecord | undefined,
  facts: CourseFacts,
  judgements: readonly Judgement[],
  issued: readonly HourCertificate[],
): SealedState {
  const files = useStoredFiles();
  const [opened, setOpened] = useState<Opened | null>(null);
  const digest = latest?.zip;
  const fileName = latest?.fileName;

  useEffect(() => {
    if (digest === undefined || read.has(digest)) return;
    const stop = new AbortController();
    const open = async (): Promise<void> => {
      const bytes = await files.get(digest, fileName ?? text.package);
      if (!bytes.ok) return stop.signal.aborted ? undefined : setOpened({ digest, problems: bytes.error });
      const content = await openPackage(bytes.value, { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (!content.ok) return setOpened({ digest, problems: [content.error] });
      read.set(digest, content.value);
      for (const oldest of read.keys()) if (read.size > KEPT) read.delete(oldest);
      setOpened({ digest, content: content.value });
    };
    void open();
    return () => stop.abort();
  }, [digest, fileName, files]);

  return useMemo((): SealedState => {
    if (!latest) return { kind: 'none' };
    const own = opened?.digest === latest.zip ? opened : null;
    if (own && 'problems' in own) return { kind: 'unreadable', problems: own.problems };
    const content = own?.content ?? read.get(latest.zip);
    if (!content) return { kind: 'reading' };
    const sealed = {
      record: latest,
      facts: content.facts,
      certificates: certificateNumbers(content.index.files),
      leftOut: content.findings.leftOut,
    };
    return { kind: 'compared', difference: packageDifference(sealed, facts, judgements, issued) };
  }, [latest, opened, facts, judgements, issued]);
}
