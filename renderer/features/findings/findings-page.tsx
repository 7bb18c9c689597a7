import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, Select, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { verificationWorkbook } from '../../../shared/documents/verification-workbook';
import type { CourseId } from '../../../shared/records/ids';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement, RuleId } from '../../../shared/regulation/finding';
import { ruleTitle } from '../../../shared/regulation/rules';
import { rulesetById } from '../../../shared/regulation/rulesets';
import { goTo, useNavigation, type StepFocus } from '../../app/navigation';
import { useJob } from '../../app/use-job';
import { useStoredFiles } from '../../flows/printing/use-stored-files';
import { useCourseFacts } from '../../data/use-course-facts';
import { loadInitials, type Initials } from '../../data/pinyin-initials';
import { useJudgements } from '../../data/use-judgements';
import { now } from '../../platform/clock';
import { appText } from '../../text/app';
import { findingsText as text } from '../../text/findings';
import { longDay } from '../../text/format';
import { uiText } from '../../text/ui';
import { copyTable } from '../../ui/copy-table';
import { EmptyState } from '../../ui/empty-state';
import { ProblemList } from '../../ui/problem-list';
import { ProgressWithCancel } from '../../ui/progress-with-cancel';
import { useShortcuts } from '../../ui/shortcuts';
import { arrange, clipboardTable, type Sort } from '../../ui/table-model';
import { Toolbar } from '../../ui/toolbar';
import { makeWorkbook } from '../../workers/documents-client';
import { FindingPanel } from './finding-panel';
import {
  COUNTERS,
  countsOf,
  filterRows,
  findingOf,
  findingRows,
  NO_FILTER,
  soughtFirst,
  type FindingFilter,
  type FindingRow,
  type SoughtOutcome,
} from './finding-rows';
import { FindingsGrid, type MatrixCell } from './findings-grid';
import { matrixColumns } from './matrix-columns';
import styles from './findings-page.module.css';

const NONE: readonly Problem[] = [];
const SELECT_WIDTH = { width: 152 };

/** 核验: what every rule says of everybody, and why. */
export function FindingsPage({ courseId, focus }: { readonly courseId: CourseId; readonly focus?: StepFocus }) {
  const facts = useDeferredValue(useCourseFacts(courseId));
  const judgements = useDeferredValue(useJudgements(courseId));
  if (!facts || !judgements) return <p className="second">{appText.loading}</p>;
  if (judgements.length === 0) {
    return (
      <EmptyState title={text.emptyTitle} next={text.emptyNext}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}>
          {text.goRoster}
        </Button>
      </EmptyState>
    );
  }
  return <Findings facts={facts} judgements={judgements} startAt={focus} />;
}

interface FindingsProps {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  /** The finding that is open at first. */
  readonly startAt: StepFocus | undefined;
}

function Findings({ facts, judgements, startAt }: FindingsProps) {
  const find = useRef<InputRef>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { message } = App.useApp();
  const rules = useMemo(
    () => rulesetById(facts.course.ruleset)?.rules.map(({ id }) => id) ?? [],
    [facts.course.ruleset],
  );
  const all = useMemo(() => findingRows(facts, judgements), [facts, judgements]);
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [active, setActive] = useState<MatrixCell>(() => startCell(all, rules, startAt));
  const [open, setOpen] = useState(startAt?.enrolmentId !== undefined);
  const counts = useMemo(() => countsOf(all), [all]);
  const [sort, setSort] = useState<Sort | null>(null);
  const [initials, setInitials] = useState<Initials | null>(null);
  const shown = useMemo(
    () => arrange(filterRows(all, filter, initials), matrixColumns(rules, 'rank'), { search: '', filters: {}, sort }),
    [all, filter, initials, rules, sort],
  );
  const at: MatrixCell = {
    row: Math.min(active.row, Math.max(0, shown.length - 1)),
    column: Math.min(active.column, rules.length),
  };
  const row = shown[at.row];
  const rule = rules[at.column];
  const note = useNavigation((state) => state.note);
  // The way back from a record that the panel leads to ends at this finding.
  useEffect(() => {
    if (open && row) note({ enrolmentId: row.enrolment.id, rule: rule ?? 'all' });
  }, [note, open, row, rule]);
  const ended = judgements[0]!.on === facts.course.endsOn;
  const day = longDay(judgements[0]!.on);

  useShortcuts(text.shortcuts.group, [
    { keys: 'Ctrl+F', does: text.searchLabel, run: () => find.current?.focus({ cursor: 'all' }) },
    { keys: 'Ctrl+C', does: uiText.table.copy },
    { keys: 's', does: text.shortcuts.sort },
    { keys: 'ArrowRight', does: text.shortcuts.move },
    { keys: 'Enter', does: text.shortcuts.open },
    { keys: 'Escape', does: text.shortcuts.close, run: () => setOpen(false) },
  ]);
  const change = (part: Partial<FindingFilter>): void => {
    setFilter((last) => ({ ...last, ...part }));
    setActive((cell) => ({ ...cell, row: 0 }));
  };
  const search = (wanted: string): void => {
    change({ search: wanted });
    if (wanted !== '' && !initials) void loadInitials().then((read) => setInitials(() => read));
  };
  const copy = (): void => {
    if (copyTable(clipboardTable(shown, matrixColumns(rules, 'words'))))
      void message.success(uiText.table.copied(shown.length));
    else void message.warning(uiText.table.copyRefused);
  };
  return (
    <div className="filling-page">
      <Toolbar
        right={
          <>
            <span className="second" title={text.judgedOnWhy(ended)}>
              {text.judgedOn(day, ended)}
            </span>
            <ExportButton facts={facts} judgements={shown.map(({ judgement }) => judgement)} />
          </>
        }
      >
        <div className={`button-bar ${styles['counters']}`} role="group" aria-label={text.countersLabel}>
          {COUNTERS.map((counter) => (
            <button
              key={counter}
              type="button"
              data-counter={counter}
              aria-pressed={filter.counter === counter}
              title={text.counterTips[counter]}
              onClick={() => change({ counter })}
            >
              {text.counters[counter]} <b>{counts[counter]}</b>
            </button>
          ))}
        </div>
      </Toolbar>
      <Toolbar
        right={
          <>
            <span className="second" role="status">
              {text.rows(shown.length, all.length)}
            </span>
            <Input
              ref={find}
              className={styles['search']}
              allowClear
              value={filter.search}
              placeholder={text.search}
              aria-label={text.searchLabel}
              onChange={(event) => search(event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || !['ArrowDown', 'Enter', 'Escape'].includes(event.key)) return;
                if (event.key === 'Escape') search('');
                grid.current?.querySelector('table')?.focus({ preventScroll: true });
                event.preventDefault();
              }}
            />
            <Button icon={<CopyOutlined />} aria-label={uiText.table.copy} title={uiText.table.copy} onClick={copy} />
          </>
        }
      >
        <Select<RuleId | ''>
          style={SELECT_WIDTH}
          aria-label={text.rule}
          value={filter.rule ?? ''}
          onChange={(value) => change(value === '' ? { rule: null } : { rule: value, outcome: soughtFirst(filter) })}
          options={[{ value: '', label: text.anyRule }, ...rules.map((id) => ({ value: id, label: ruleTitle(id) }))]}
        />
        <Select<SoughtOutcome | ''>
          style={SELECT_WIDTH}
          aria-label={text.outcome}
          value={filter.outcome ?? ''}
          onChange={(value) => change({ outcome: value === '' ? null : value })}
          options={[
            { value: '', label: text.anyOutcome },
            ...(Object.keys(text.outcomes) as SoughtOutcome[]).map((value) => ({
              value,
              label: text.outcomes[value],
            })),
          ]}
        />
        {filter !== NO_FILTER && <Button onClick={() => setFilter(NO_FILTER)}>{text.clear}</Button>}
      </Toolbar>
      <div ref={grid} className={styles['main']}>
        {shown.length === 0 ? (
          <EmptyState title={text.noMatch}>
            <Button onClick={() => setFilter(NO_FILTER)}>{text.clear}</Button>
          </EmptyState>
        ) : (
          <FindingsGrid
            rows={shown}
            rules={rules}
            active={at}
            open={open}
            sort={sort}
            onSort={setSort}
            onCopy={copy}
            onMove={setActive}
            onOpen={(cell) => {
              setActive(cell);
              setOpen(true);
            }}
            onClose={() => setOpen(false)}
          />
        )}
        {open && row && (
          <FindingPanel
            key={row.enrolment.id}
            facts={facts}
            row={row}
            finding={rule ? (findingOf(row, rule) ?? null) : null}
            onChoose={(finding) => setActive({ row: at.row, column: rules.indexOf(finding.rule) })}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
      <p className={styles['legend']}>{text.legend}</p>
    </div>
  );
}

/** The cell of a finding; the first one when nobody is named or the person is not on the roster any more. */
function startCell(rows: readonly FindingRow[], rules: readonly RuleId[], at: StepFocus | undefined): MatrixCell {
  const row = rows.findIndex(({ enrolment }) => enrolment.id === at?.enrolmentId);
  if (row < 0) return { row: 0, column: 0 };
  const column = rules.findIndex((rule) => rule === at?.rule);
  return { row, column: column < 0 ? rules.length : column };
}

/** Saves exactly the lines that are shown as a workbook. */
function ExportButton({
  facts,
  judgements,
}: {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
}) {
  const job = useJob();
  const files = useStoredFiles();
  const [problems, setProblems] = useState(NONE);
  const save = (): Promise<unknown> =>
    job.run(text.exporting, async ({ signal }) => {
      const model = verificationWorkbook({ facts, judgements, created: now() });
      const made = await makeWorkbook(model, { signal });
      if (!made.ok) return setProblems([made.error]);
      const saved = await files.save(text.fileName(facts.course.title), 'xlsx', made.value);
      setProblems(saved.ok ? NONE : saved.error);
    });
  return (
    <>
      <Button disabled={judgements.length === 0} loading={job.running !== null} onClick={() => void save()}>
        {text.export(judgements.length)}
      </Button>
      {job.running && <ProgressWithCancel {...job.running} onCancel={job.cancel} />}
      <ProblemList problems={problems} />
    </>
  );
}
