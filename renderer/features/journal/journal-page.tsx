import { Alert, Button, Pagination, Select } from 'antd';
import { useState } from 'react';
import type { VerifyReport } from '../../../shared/journal/verify';
import { useJournalKinds, useJournalPage, type JournalLine } from '../../data/use-journal-page';
import { useStore } from '../../data/use-store';
import { journalText, kindText } from '../../text/journal';
import { TABLE_TEXT } from '../../text/fields';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import type { Column } from '../../ui/table-model';
import { EntryDetail } from './entry-detail';
import { localTime } from './local-time';

const text = journalText.columns;
const PAGE_SIZE = 100;

/** 24 条考勤 · 1 条培训班 */
const whatText = (line: JournalLine): string =>
  Object.entries(line.tables)
    .map(([table, n]) => journalText.what(n, TABLE_TEXT[table as keyof typeof TABLE_TEXT] ?? table))
    .join(' · ');

const COLUMNS: readonly Column<JournalLine>[] = [
  { key: 'place', title: text.place, width: 64, align: 'right', value: (e) => e.place },
  { key: 'time', title: text.time, width: 150, value: (e) => localTime(e.time) },
  { key: 'operator', title: text.operator, width: 100, value: (e) => e.operator || journalText.noOperator, filter: true },
  { key: 'kind', title: text.kind, width: 160, value: (e) => kindText(e.kind), filter: true },
  { key: 'what', title: text.what, width: 280, value: (e) => (e.standing === 'unclosed' ? journalText.unclosed : whatText(e)) },
  { key: 'reason', title: text.reason, width: 240, value: (e) => e.reason ?? null },
];
const rowKey = (line: JournalLine): string => line.hash;

/** 留痕: what was done, by whom, when, why; the latest first; each entry with before and after. */
export function JournalPage() {
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<JournalLine | null>(null);
  const known = useJournalKinds();
  const journal = useJournalPage({ page, pageSize: PAGE_SIZE, ...(kinds.length > 0 && { kinds }) });
  const choose = (next: readonly string[]): void => {
    setKinds(next);
    setPage(0);
  };
  return (
    <Page title={journalText.title} sub={journalText.intro} layout="fill" actions={<VerifyButton />}>
      {journal && (
        <DataTable
          name="journal"
          caption={journalText.title}
          rows={journal.entries}
          rowKey={rowKey}
          columns={COLUMNS}
          onOpen={setOpen}
          toolbar={
            <>
              <Select
                mode="multiple"
                allowClear
                maxTagCount={2}
                style={{ width: 280 }}
                aria-label={journalText.filterKinds}
                placeholder={journalText.filterKinds}
                value={[...kinds]}
                options={(known ?? []).map((value) => ({ value, label: kindText(value) }))}
                onChange={choose}
              />
              {journal.total > PAGE_SIZE && (
                <Pagination size="small" simple current={page + 1} pageSize={PAGE_SIZE} total={journal.total} onChange={(n) => setPage(n - 1)} />
              )}
            </>
          }
          empty={<EmptyState title={journalText.empty} next={journalText.emptyNext} />}
        />
      )}
      {open && <EntryDetail line={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type Verification = { readonly kind: 'idle' } | { readonly kind: 'running' } | { readonly kind: 'done'; readonly report: VerifyReport } | { readonly kind: 'failed' };

function VerifyButton() {
  const store = useStore();
  const [state, setState] = useState<Verification>({ kind: 'idle' });
  const verify = async (): Promise<void> => {
    setState({ kind: 'running' });
    try {
      setState({ kind: 'done', report: await store.verifyJournal() });
    } catch {
      setState({ kind: 'failed' });
    }
  };
  const damage = state.kind === 'done' ? state.report.chains.find((chain) => chain.damage)?.damage : undefined;
  return (
    <>
      {state.kind === 'failed' && <Alert type="error" showIcon title={journalText.unreadable} />}
      {state.kind === 'done' && (
        <Alert
          type={state.report.sound ? 'success' : 'error'}
          showIcon
          closable={{ onClose: () => setState({ kind: 'idle' }) }}
          title={damage ? journalText.broken(damage.chain, damage.seq) : journalText.verified(state.report.entries)}
        />
      )}
      <Button loading={state.kind === 'running'} onClick={() => void verify()}>
        {state.kind === 'running' ? journalText.verifying : journalText.verify}
      </Button>
    </>
  );
}
