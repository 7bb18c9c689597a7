import type { ImportKind } from '../../shared/import/preview';

interface KindText {
  /** 导入名册 */
  readonly title: string;
  /** The file as it is called: 学员名册. */
  readonly file: string;
  /** What is counted: 49 人. */
  readonly unit: string;
  /** What the file must hold. */
  readonly needs: string;
}

/** Sentences of the import screen. */
export const importText = {
  back: '返回',
  loading: '正在读取已登记的内容',
  kinds: {
    roster: {
      title: '导入名册',
      file: '学员名册',
      unit: '人',
      needs: '至少要有姓名、证件号码、岗位三列；表头上面有标题行、有合并单元格都可以。',
    },
    timetable: { title: '导入课程表', file: '课程表', unit: '课', needs: '至少要有日期、起止时间、课程类别、学时。' },
    attendance: {
      title: '导入考勤表',
      file: '考勤表',
      unit: '人',
      needs: '一行一名学员，一列一课，列名写日期和课次（如“03-16 第1课”）。',
    },
    scores: {
      title: '导入测试成绩',
      file: '测试成绩',
      unit: '条',
      needs: '至少要有姓名或证件号码、测试日期、成绩。',
    },
    'outside-hours': {
      title: '导入线上及往年学时',
      file: '线上及往年学时',
      unit: '条',
      needs: '至少要有姓名或证件号码、年度或日期、学时。',
    },
    barred: { title: '导入黑名单', file: '黑名单', unit: '人', needs: '至少要有证件号码一列。' },
  } satisfies Record<ImportKind, KindText>,
  steps: { file: '文件', columns: '列对应', preview: '预览' },
  file: {
    choose: '选择文件',
    hint: '可以选择 .xlsx、.xls、.csv 文件，也可以把文件拖到窗口里。',
    pasteLabel: '或粘贴表格内容',
    pasteHint: '在 Excel 或 WPS 中选中一列或一块，复制后在这里按 Ctrl+V',
    pasted: '粘贴的内容',
    template: '下载空白模板',
    templateSaved: (name: string) => `已保存模板“${name}”`,
    another: '换一个文件',
    reading: (name: string) => `正在读取“${name}”`,
    nothingYet: '确认导入之前，不会写入任何内容。',
  },
  options: {
    outsideKind: '没有写明来源类型的，按',
    source: '来源或依据',
    sourceHint: '如：市住建局某月某日通知、某平台导出',
    sourceMissing: '请先填写来源或依据。',
    mode: '已有名单时',
    add: '增加到现有名单',
    replace: '换成这份名单',
  },
  columns: {
    summary: (read: number, all: number) => `${all} 列中识别 ${read} 列`,
    adjust: '调整列对应',
    fold: '收起列对应',
    sheet: '工作表',
    column: (letter: string) => `${letter} 列`,
    noHeading: '（没有列名）',
    none: '不导入',
    fieldOf: (letter: string, heading: string) => `${letter} 列“${heading}”对应的项目`,
    required: '必需',
    guessed: '自动识别',
    remembered: '同上次',
    chosen: '手动指定',
    unused: '不导入',
    session: (number: number, on: string) => `第 ${number} 课（${on}）`,
    sessions: '课次',
    fields: '项目',
    samples: '示例',
    noSamples: '没有内容',
    note: '同样列名的文件，下次按这里的对应读取。',
  },
  preview: {
    caption: '导入预览',
    row: '行',
    state: '导入',
    states: {
      accepted: '可导入',
      refused: '不能导入',
      skipped: '跳过',
      unchanged: '已登记',
      differs: '有不同',
      leftOut: '不导入',
    },
    include: (row: number) => `导入第 ${row} 行`,
    take: '采用文件内容',
    takeRow: (row: number) => `第 ${row} 行采用文件内容`,
    stored: (text: string) => `已登记：${text}`,
    storedBlank: '已登记：空',
    blank: '（空）',
    edited: '已修改',
    edit: (row: number, column: string) => `修改第 ${row} 行的“${column}”`,
    keys: { edit: '修改单元格', cancel: '放弃修改', move: '移动', take: '采用或保留', include: '导入或不导入这一行' },
    none: '没有符合条件的行',
    showAll: '显示全部行',
  },
  problems: {
    title: '问题',
    all: '全部行',
    only: '只看有问题的',
    none: '没有发现问题',
    kinds: '按问题筛选',
    ofRow: (row: number, name: string) => (name === '' ? `第 ${row} 行` : `第 ${row} 行 ${name}`),
    rowClean: '这一行没有问题。',
    file: '文件',
  },
  bar: {
    accepted: (n: number) => `可导入 ${n}`,
    refused: (n: number) => `不能导入 ${n}`,
    skipped: (n: number) => `跳过 ${n}`,
    unchanged: (n: number) => `已登记 ${n}`,
    leftOut: (n: number) => `不导入 ${n}`,
    changing: (n: number, taken: number) => `与已登记不同 ${n}（采用 ${taken}）`,
    takeAll: '全部采用',
    keepAll: '全部保留',
    exportRefused: '导出不能导入的行',
    refusedName: (file: string) => `${file}-不能导入的行.xlsx`,
    refusedSaved: (name: string, n: number) => `已保存“${name}”（${n} 行）`,
    confirm: (n: number, unit: string) => `导入 ${n} ${unit}`,
    nothing: '没有要导入的',
    sameFile: '文件内容都已登记，再次导入不会有任何改变。',
    onlyDiffering: '没有新的内容。与已登记不同的行默认保留，要以文件为准的请逐行或全部采用。',
    blocked: '请先完成列对应。',
  },
  reason: {
    title: (n: number) => `用文件内容替换已登记的内容（${n} 行）`,
    sentence: '原来的内容保留在留痕中，可以查到改前改后的值。',
    confirm: '导入',
    suggestions: ['原名册有误，按更正后的文件', '学员本人申请更正', '按签到原件更正', '按成绩原件更正'],
  },
  done: {
    title: (n: number, unit: string) => `已导入 ${n} ${unit}`,
    left: (refused: number) =>
      refused === 0 ? '文件中的行都已处理。' : `还有 ${refused} 行没有导入。导出后改正，可以直接再导入。`,
    undo: '撤销这次导入',
    undoReason: '导入后撤销',
    undone: '已撤销这次导入，名册、课表、考勤和成绩都恢复到导入之前。',
    another: '再导入一个文件',
    next: {
      roster: '看名册',
      timetable: '看课程表',
      attendance: '看考勤',
      scores: '看测试',
      'outside-hours': '看名册',
      barred: '看名单',
    } satisfies Record<ImportKind, string>,
  },
} as const;
