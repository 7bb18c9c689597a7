import type { CourseProgress, ProgressStep } from '../../shared/regulation/course-progress';

/** Sentences of the workspace of one course: header, steps, overview. */
export const courseText = {
  loading: '正在读取培训班',
  missing: '没有这个培训班',
  missingNext: '它可能已被撤销，或属于另一份数据。',
  backToList: '回到培训班列表',
  steps: {
    overview: '概况',
    roster: '名册',
    timetable: '课程表',
    attendance: '考勤',
    tests: '测试',
    findings: '核验',
    certificates: '证明',
    submission: '报审',
  },
  stepsLabel: '本班各步骤',
  next: '下一步',
  states: { done: '已完成', open: '未完成', blocked: '有不符合项', waiting: '尚未开始' },
  shortcutGroup: '培训班',
  goStep: (step: string) => `打开“${step}”`,
  overview: {
    open: '还没做完的',
    nothingOpen: '各步骤都已完成',
    done: '做到哪里了',
    details: '本班信息',
    edit: '修改',
    remove: '删除本班',
    removeTitle: (title: string) => `删除培训班“${title}”`,
    removeSentence: '只用于建错的、还没有学员和课次的培训班。',
    goTo: '去处理',
    dates: '培训日期',
    place: '培训地点',
    teacher: '班主任',
    purpose: '业务类型',
    ruleset: '适用规则',
    note: '备注',
    declarations: '人员声明',
    declarationsNote: '未答的一律按“无法判定”处理，不会当作“是”。',
    answered: (yes: number, no: number, unknown: number) => `是 ${yes} · 否 ${no} · 未答 ${unknown}`,
    answerAll: '补录未答的',
  },
} as const;

/** The short count beside a step's name in the bar. */
export function stepCount(step: ProgressStep, p: CourseProgress): string {
  switch (step) {
    case 'roster':
      return p.people === 0 ? '' : p.unresolved > 0 ? `${p.people} · ${p.unresolved} 待补` : `${p.people}`;
    case 'timetable':
      return p.sessions === 0 ? '' : `${p.planned.total}/${p.planned.professional}`;
    case 'attendance':
      if (p.people === 0) return '';
      return p.openSessions > 0
        ? `${p.openSessions} 课待登`
        : p.heldSessions > 0
          ? `${p.heldSessions}/${p.sessions}`
          : '';
    case 'tests':
      if (p.states.tests === 'waiting') return '';
      return p.untested > 0 ? `${p.untested} 未录` : p.failedTest > 0 ? `${p.failedTest} 不合格` : '';
    case 'findings':
      if (p.states.findings === 'waiting') return '';
      return [`${p.ok} 符合`, p.failing > 0 ? `${p.failing} 不符` : '', p.undecided > 0 ? `${p.undecided} 待定` : '']
        .filter(Boolean)
        .join(' ');
    case 'certificates':
      return p.issued > 0 ? `${p.issued}` : '';
    case 'submission':
      return p.version === null ? '' : `第 ${p.version} 版`;
  }
}

/** What a step still needs, as a whole sentence; null when it needs nothing now. */
export function stepTask(step: ProgressStep, p: CourseProgress): string | null {
  switch (step) {
    case 'roster':
      if (p.people === 0) return '名册是空的，请导入学员名册。';
      return p.unresolved > 0 ? `${p.unresolved} 名学员的身份、证书或声明还有不明或不符合之处。` : null;
    case 'timetable':
      if (p.sessions === 0) return '还没有课程表，请导入或逐课录入。';
      return p.states.timetable === 'done'
        ? null
        : `课程表共 ${p.planned.total} 学时，其中专业 ${p.planned.professional} 学时，达不到 ${p.required.total}/${p.required.professional} 的要求。`;
    case 'attendance':
      return p.openSessions > 0 ? `${p.openSessions} 课的考勤还没有登记完。` : null;
    case 'tests':
      if (p.states.tests === 'waiting') return null;
      if (p.untested > 0) return `${p.untested} 名学员还没有测试成绩。`;
      return p.failedTest > 0 ? `${p.failedTest} 名学员测试不合格，可安排补考。` : null;
    case 'findings':
      if (p.states.findings === 'waiting') return null;
      if (p.failing > 0) return `${p.failing} 名学员有不符合项，目前不能上报。`;
      return p.undecided > 0 ? `${p.undecided} 名学员因记录不全无法判定。` : null;
    case 'certificates':
      return p.states.certificates === 'open' ? `${p.ok} 名学员符合要求，已出具 ${p.issued} 份学时证明。` : null;
    case 'submission':
      return p.states.submission === 'open' ? '可以生成报审材料包了。' : null;
  }
}

/** What a step has reached, as a few words. */
export function stepReached(step: ProgressStep, p: CourseProgress): string {
  switch (step) {
    case 'roster':
      return `${p.people} 人`;
    case 'timetable':
      return `${p.sessions} 课，${p.planned.total} 学时（公共 ${p.planned.public}，专业 ${p.planned.professional}）`;
    case 'attendance':
      return `已到日期 ${p.heldSessions} 课，登记完 ${p.heldSessions - p.openSessions} 课`;
    case 'tests':
      return p.people === 0 ? '–' : `已录 ${p.people - p.untested} 人，不合格 ${p.failedTest} 人`;
    case 'findings':
      return p.people === 0 ? '–' : `符合 ${p.ok} 人，不符合 ${p.failing} 人，无法判定 ${p.undecided} 人`;
    case 'certificates':
      return `${p.issued} 份`;
    case 'submission':
      return p.version === null ? '未生成' : `第 ${p.version} 版`;
  }
}
