import { fileNamePart } from '../../shared/basics/file-name-part';
import type { ComparedNumber, Outcome, UsedParameter } from '../../shared/regulation/finding';
import { parameterById } from '../../shared/regulation/parameters-on';

/** Sentences of 核验: the matrix, its filters, the panel of one finding. */
export const findingsText = {
  counters: { all: '全部', submittable: '可以上报', failing: '不符合', undecided: '无法判定', reminded: '有提醒' },
  countersLabel: '按结论筛选',
  counterTips: {
    all: '名册上的全部人员，含已退出和转班的',
    submittable: '没有不符合项，包括有提醒的',
    failing: '至少一项不符合，不能上报',
    undecided: '没有不符合项，但有记录缺失，暂时不能上报',
    reminded: '可以上报，上报前要逐人确认提醒',
  },
  judgedOn: (day: string, ended: boolean) => (ended ? `按结班日 ${day} 核验` : `按今天 ${day} 核验`),
  judgedOnWhy: (ended: boolean) =>
    ended
      ? '班已结束，按结束那天的规定和记录核验，以后打开结论不会因日期变化而变。'
      : '班还没有结束，按今天的情况核验，结论会随记录变化。',
  export: (n: number) => `导出学时核验表（${n} 人）`,
  exporting: '正在生成学时核验表',
  fileName: (course: string) => `${fileNamePart(course)} 学时核验表`,
  search: '查找学员（Ctrl+F）',
  searchLabel: '按姓名、拼音首字母或证件号末几位查找',
  sortWorst: (title: string) => `按“${title}”排序，不符合的在前（S）`,
  rule: '核验项目',
  anyRule: '任意项目',
  outcome: '结果',
  anyOutcome: '任意结果',
  outcomes: {
    met: '✓ 符合',
    notMet: '✕ 不符合',
    cannotTell: '？ 无法判定',
    notApplicable: '– 不适用',
    warning: '! 有提醒',
  },
  clear: '清除筛选',
  rows: (shown: number, all: number) => (shown === all ? `共 ${all} 人` : `显示 ${shown} 人，共 ${all} 人`),
  noMatch: '没有符合条件的人员',
  emptyTitle: '还没有可以核验的人员',
  emptyNext: '先导入名册，再登记考勤和测试。',
  goRoster: '去导入名册',
  gridLabel: '学时核验表：行是学员，列是核验项目',
  columns: {
    order: '序',
    name: '姓名',
    post: '岗位',
    public: '公共',
    professional: '专业',
    total: '合计',
    conclusion: '结论',
  },
  legend:
    '✓ 符合　✕ 不符合　？ 无法判定　– 不适用　　红底：不能上报　　黄底带“!”：提醒，须确认　　方向键移动　回车查看　Esc 关闭',
  cell: (name: string, rule: string, outcome: string) => `${name}，${rule}：${outcome}`,
  severity: { error: '不能上报', warning: '提醒', info: '说明' },
  outcomeWords: { met: '符合', notMet: '不符合', cannotTell: '无法判定', notApplicable: '不适用' } satisfies Record<
    Outcome,
    string
  >,
  shortcuts: {
    group: '核验',
    move: '移动到相邻一格',
    open: '查看这一格的依据',
    close: '关闭右侧依据',
    sort: '按所在列排序，不符合的在前',
  },
  panel: {
    label: '核验依据',
    close: '关闭（Esc）',
    requirement: '要求',
    clause: '依据',
    numbers: '数值',
    numberColumns: ['项目', '实际', '要求'],
    missing: '没有记录',
    parameters: '所用参数',
    parameterColumns: ['参数', '值', '自', '来源'],
    provisional: '未经文件确认',
    confirmParameter: '去设置中确认',
    sessions: '所依据的课次',
    sessionColumns: ['课次', '日期', '类别', '考勤', '得学时'],
    session: (n: number) => `第 ${n} 课`,
    unrecorded: '未登记',
    replaced: '已由补课代替',
    notCounted: '不计',
    ofPeriods: (credited: number, planned: number) => `${credited} / ${planned}`,
    others: '所依据的记录',
    repair: '怎样补救',
    mendAt: {
      attendance: '去考勤，此人所在行',
      tests: '去测试，此人所在行',
      roster: '去名册，打开此人',
      person: '打开学员页',
      barred: '去设置，看黑名单',
    },
    open: (what: string) => `打开：${what}`,
    openCell: (n: number) => `到考勤，打开第 ${n} 课这一格`,
    openLesson: (n: number) => `到课程表，打开第 ${n} 课`,
    allFindings: '各项结论',
    noRecords: '这一项没有引用具体记录。',
    person: '打开学员',
  },
  records: {
    attempt: (n: number) => `第 ${n} 次测试`,
    attemptDetail: (on: string, score: string, passMark: number) => `${on} ${score}（合格线 ${passMark} 分）`,
    certificate: '证书',
    noPost: '未注明岗位',
    noIssueDate: '没有发证日期',
    issued: (on: string) => `${on}发证`,
    person: '学员',
    enrolment: '报名',
    enrolmentDetail: (order: number, post: string) => `名册第 ${order} 号 · ${post}`,
    course: '培训班',
    ceYearChoice: '年度归属',
    barred: '黑名单',
  },
  score: (points: number) => `${points} 分`,
  decide: {
    ceYearTitle: '年度归属',
    ceYearNote:
      '学时默认按学习日期计入年度。确需改变的，选择课次（或线上、往年学时）和年度并写明理由，理由记入留痕。',
    sessions: '学时',
    item: (kind: string, periods: number) => `${kind} ${periods} 学时`,
    allSessions: (n: number) => `本班全部 ${n} 课`,
    year: '计入',
    byDate: '按学习日期',
    reason: '理由',
    reasonHint: '如：补上一年度所缺学时，经主管部门同意',
    save: '保存年度归属',
    savedCeYear: (name: string, n: number) => `已改变 ${name} ${n} 项的年度归属`,
    professionalTitle: '多证归属',
    professionalNote: '专业岗位知识学时只能计入一本证书，没有指定的计入先报名的。',
    countsFor: '计入',
    byDefault: '默认（先报名的）',
    savedProfessional: (name: string, session: number) => `已改变 ${name} 第 ${session} 课的归属`,
  },
} as const;

const COMPARISON: Readonly<Record<ComparedNumber['comparison'], string>> = {
  'at-least': '不少于 ',
  'at-most': '不超过 ',
  equal: '应为 ',
  between: '应在 ',
  none: '',
};

/** A compared value with its unit; a missing one is said to be missing, never 0. */
export function comparedText(value: number | string | null, unit: ComparedNumber['unit']): string {
  if (value === null) return findingsText.panel.missing;
  return typeof value === 'number' && unit !== '' && unit !== '日' ? `${value} ${unit}` : String(value);
}

/** What is required of a number: 不少于 32 学时; – where nothing is. */
export const requiredText = ({ required, unit, comparison }: ComparedNumber): string =>
  required === null ? '–' : `${COMPARISON[comparison]}${comparedText(required, unit)}`;

/** The value of a parameter in words. */
export function parameterText({ id, value, unit }: UsedParameter): string {
  const option = parameterById(id)?.options?.find((one) => one.value === value);
  if (option) return option.title;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return unit === '' ? String(value) : `${value} ${unit}`;
}
