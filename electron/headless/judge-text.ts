import { maskId } from '../../shared/identity/mask';
import { IMPORT_KINDS, type PreviewOf } from '../../shared/import/import-kinds';
import { personThatCounts } from '../../shared/records/who-counts';
import { problemText } from '../../shared/problems/catalogue';
import type { Problem, ProblemLevel } from '../../shared/problems/problem';
import { explain } from '../../shared/regulation/explain';
import type { Judgement, Outcome } from '../../shared/regulation/finding';
import { postTitle } from '../../shared/regulation/posts';
import { problemLine, SHEET_KINDS, type FolderVerdict } from './judge-folder';
import { aligned } from './text-columns';

const LEVELS: { readonly [L in ProblemLevel]: string } = { error: '错误', warning: '提醒', info: '说明' };
const STATES = { accepted: '可导入', refused: '不能导入', skipped: '跳过' } as const;
const SHAPES: { readonly [O in Outcome]: string } = { met: '✓', notMet: '✕', cannotTell: '？', notApplicable: '–' };
const WORDS: { readonly [O in Outcome]: string } = {
  met: '符合',
  notMet: '不符合',
  cannotTell: '无法判定',
  notApplicable: '不适用',
};

/** The verdict for people: files, rows with something to say, and every person with what keeps him out. Ids masked. */
export function judgeText(verdict: FolderVerdict): string {
  const { course, on, files, ignored, refused, roster, timetable, attendance, scores, judgements } = verdict;
  const lines = [
    course.title,
    `${course.purpose === 'annual' ? '年度继续教育' : '换证'} · 规则 ${course.ruleset} · ${course.startsOn} 至 ${course.endsOn} · 按 ${on} 核验`,
    `读入：${Object.values(files).join('、')}`,
  ];
  const missing = SHEET_KINDS.flatMap((kind) => (kind in files ? [] : [IMPORT_KINDS[kind].words.file]));
  if (missing.length > 0) lines.push(`没有：${missing.join('、')}（有关的规则无法判定）`);
  if (ignored.length > 0) lines.push(`未读（不是约定的名称，或已读同名的另一格式）：${ignored.join('、')}`);
  for (const { file, problems } of refused)
    lines.push(...problems.map((problem) => `${file} 没有读入：${problemLine(problem)}`));
  for (const preview of [roster, timetable, attendance, scores]) if (preview) lines.push('', ...sheetLines(preview));
  if (timetable && timetable.counts.refused > 0)
    lines.push(
      '',
      `注意：课程表有 ${timetable.counts.refused} 行不能导入，这些课不在以下学时之内；学时不够的，请先更正课程表再核验。`,
    );
  lines.push('', `核验结果（${judgements.length} 人）`, ...peopleLines(verdict), '', ...sumLines(judgements));
  return `${lines.join('\n')}\n`;
}

function sheetLines(preview: PreviewOf): readonly string[] {
  const { accepted, refused, skipped } = preview.counts;
  const head = `${IMPORT_KINDS[preview.kind].words.file}：可导入 ${accepted} 行，不能导入 ${refused} 行，跳过 ${skipped} 行`;
  const table = preview.rows
    .filter(({ problems }) => problems.length > 0)
    .flatMap(({ row, name: who, state, problems }) =>
      problems.map((problem, i) =>
        i === 0
          ? [`第 ${row} 行`, who.trim() || '（空）', STATES[state], ...problemCells(problem)]
          : ['', '', '', ...problemCells(problem)],
      ),
    );
  return [
    head,
    ...preview.problems.map((problem) => `  ${LEVELS[problem.level]}：${problemLine(problem)}`),
    ...aligned(table).map((line) => `  ${line}`),
  ];
}

const problemCells = (problem: Problem): readonly string[] => {
  const { title, sentence } = problemText(problem);
  return [LEVELS[problem.level], `${title}：${sentence}`];
};

function peopleLines({ facts, judgements }: FolderVerdict): readonly string[] {
  const head = ['', '姓名', '证件号码', '岗位', '总学时', '专业', '公共', '未登记', '成绩', '年度', ''];
  const rows = judgements.map(({ enrolmentId, hours, bestScore, ceYears, submittable }, i) => {
    const enrolment = facts.enrolments[i]!;
    if (enrolment.id !== enrolmentId) throw new Error('judgements are in the order of enrolments');
    const person = personThatCounts(facts.persons, enrolment.personId)!;
    const years = ceYears.map((year) => (year === null ? '未到期' : String(year))).join('、');
    return [
      submittable ? '✓' : '✕',
      person.name,
      maskId(person.idNumber),
      postTitle(enrolment.post),
      ...(facts.sessions.length === 0
        ? ['–', '–', '–', '–']
        : [hours.total, hours.professional, hours.public, hours.unrecordedSessions].map(String)),
      bestScore === null ? '–' : String(bestScore),
      years || '–',
      submittable ? '可以上报' : '不能上报',
    ];
  });
  const [top, ...table] = aligned([head, ...rows]);
  return [`  ${top}`, ...table.flatMap((line, i) => [`  ${line}`, ...findingLines(judgements[i]!)])];
}

const findingLines = ({ findings }: Judgement): readonly string[] =>
  findings
    .filter(({ outcome, severity }) => outcome === 'notMet' || outcome === 'cannotTell' || severity === 'warning')
    .map((finding) => {
      const { title, verdict, clause } = explain(finding);
      return `      ${SHAPES[finding.outcome]} ${title}（${WORDS[finding.outcome]}）：${verdict}〔${clause}〕`;
    });

function sumLines(judgements: readonly Judgement[]): readonly string[] {
  const can = judgements.filter(({ submittable }) => submittable).length;
  return [`可以上报 ${can} 人，不能上报 ${judgements.length - can} 人。`];
}
