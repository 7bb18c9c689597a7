import { Alert, Button, Pagination, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { VerifyReport } from '../../../shared/journal/verify';
import { useJournalKinds, useJournalPage, type JournalLine } from '../../data/use-journal-page';
import type { CourseId } from '../../../shared/records/ids';
import { useCourses } from '../../data/use-courses';
import { REVEAL_KIND } from '../../flows/commands/use-reveal';
import { useRecordNames, type RecordName } from '../../data/use-record-names';
import { useStore } from '../../data/use-store';
import { journalText, kindText } from '../../text/journal';
import { localTime } from '../../text/local-time';
import { uiText } from '../../text/ui';
import { TABLE_TEXT } from '../../text/fields';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import type { Column } from '../../ui/table-model';
import { ConflictsPanel } from './conflicts-panel';
import { EntryDetail } from './entry-detail';

const text = journalText.columns;
const PAGE_SIZE = 100;

/** The person whose covered number was looked at, for entries that say so. */
const revealedPerson = (line: JournalLine): string | null =>
  line.kind === REVEAL_KIND ? (line.reason?.split('/')[1] ?? null) : null;

/** 24 条考勤 · 1 条培训班 */
function whatText(line: JournalLine, names: Names | undefined): string {
  const person = revealedPerson(line);
  if (person !== null) {
    const name = names?.get(person);
    return journalText.revealed(name?.table === 'persons' ? name.name : '');
  }
  if (line.standing === 'unclosed') return journalText.unclosed;
  return Object.entries(line.tables)
    .map(([table, n]) => journalText.what(n, TABLE_TEXT[table as keyof typeof TABLE_TEXT] ?? table))
    .join(' · ');
}

type Names = ReadonlyMap<string, RecordName>;

const columnsWith = (
  names: Names | undefined,
  titles: ReadonlyMap<CourseId, string>,
): readonly Column<JournalLine>[] => [
  { key: 'place', title: text.place, width: 64, align: 'right', value: (e) => e.place },
  { key: 'time', title: text.time, width: 150, value: (e) => localTime(e.time) },
  {
    key: 'operator',
    title: text.operator,
    width: 100,
    value: (e) => e.operator || journalText.noOperator,
    filter: true,
  },
  { key: 'kind', title: text.kind, width: 160, value: (e) => kindText(e.kind), filter: true, opens: true },
  {
    key: 'course',
    title: text.course,
    width: 200,
    value: (e) => e.courses.flatMap((id) => titles.get(id) ?? []).join('、') || null,
  },
  { key: 'what', title: text.what, width: 240, value: (e) => whatText(e, names) },
  {
    key: 'reason',
    title: text.reason,
    width: 200,
    value: (e) => (revealedPerson(e) === null ? (e.reason ?? null) : null),
  },
];
const rowKey = (line: JournalLine): string => line.hash;

/** 留痕: what was done, by whom, when, why; the latest first; each entry with before and after. */
export function JournalPage() {
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<JournalLine | null>(null);
  const known = useJournalKinds();
  const [courseId, setCourseId] = useState<CourseId | null>(null);
  const courses = useCourses();
  const titles = useMemo(
    () => new Map((courses ?? []).map(({ course }) => [course.id, course.title] as const)),
    [courses],
  );
  const journal = useJournalPage({
    page,
    pageSize: PAGE_SIZE,
    ...(kinds.length > 0 && { kinds }),
    ...(courseId !== null && { courseId }),
  });
  const revealed = useMemo(
    () => [...new Set(journal?.entries.flatMap((line) => revealedPerson(line) ?? []))].sort(),
    [journal],
  );
  const names = useRecordNames(revealed);
  const columns = useMemo(() => columnsWith(names, titles), [names, titles]);
  const choose = (next: readonly string[]): void => {
    setKinds(next);
    setPage(0);
  };
  return (
    <Page title={journalText.title} sub={journalText.intro} layout="fill" actions={<VerifyButton />}>
      <ConflictsPanel />
      {journal && (
        <DataTable
          name="journal"
          caption={journalText.title}
          rows={journal.entries}
          rowKey={rowKey}
          columns={columns}
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
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: 240 }}
                aria-label={journalText.filterCourse}
                placeholder={journalText.filterCourse}
                value={courseId}
                options={[...titles].map(([value, label]) => ({ value, label }))}
                onChange={(id: CourseId | undefined) => {
                  setCourseId(id ?? null);
                  setPage(0);
                }}
              />
              {journal.total > PAGE_SIZE && (
                <Pagination
                  size="small"
                  simple
                  current={page + 1}
                  pageSize={PAGE_SIZE}
                  total={journal.total}
                  onChange={(n) => setPage(n - 1)}
                />
              )}
            </>
          }
          empty={
            kinds.length > 0 || courseId !== null ? (
              <EmptyState title={uiText.table.noMatch} />
            ) : (
              <EmptyState title={journalText.empty} next={journalText.emptyNext} />
            )
          }
        />
      )}
      {open && <EntryDetail line={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type Verification =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly report: VerifyReport }
  | { readonly kind: 'failed' };

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
  const wentBack =
    state.kind === 'done' ? state.report.chains.reduce((sum, { clockWentBack }) => sum + clockWentBack.length, 0) : 0;
  return (
    <>
      {state.kind === 'failed' && <Alert type="error" showIcon title={journalText.unreadable} />}
      {state.kind === 'done' && (
        <Alert
          type={state.report.sound ? 'success' : 'error'}
          showIcon
          closable={{ onClose: () => setState({ kind: 'idle' }) }}
          title={damage ? journalText.broken(damage.chain, damage.seq) : journalText.verified(state.report.entries)}
          description={wentBack > 0 ? journalText.clockWentBack(wentBack) : undefined}
        />
      )}
      <Button loading={state.kind === 'running'} onClick={() => void verify()}>
        {state.kind === 'running' ? journalText.verifying : journalText.verify}
      </Button>
    </>
  );
}
