/** Sentences of the frame: rail, header, start-up, notices, errors. */
export const appText = {
  product: '学时簿',
  rail: {
    label: '主导航',
    home: '首页',
    courses: '培训班',
    people: '学员',
    journal: '留痕',
    settings: '设置',
    collapse: '收起导航栏',
    expand: '展开导航栏',
    shortcuts: '快捷键',
  },
  navigation: {
    back: '后退',
    forward: '前进',
  },
  files: {
    saved: (name: string) => `已存为“${name}”`,
  },
  save: {
    saved: '已保存',
    onlyHere: '仅在本浏览器',
    savedTip: '所有改动都已写入留痕文件。',
    savedTipBrowser: '所有改动都已写入本浏览器的存储空间。清除浏览器数据会一并删除，请及时导出材料。',
    onlyHereUnkept: '仅在本浏览器，未获长期保留',
    savedTipUnkept:
      '所有改动都已写入本浏览器的存储空间，但浏览器没有答应长期保留：磁盘空间紧张时，它可能自行清除。请把本页加入书签，再重新打开；并及时导出材料。',
    saving: '正在保存',
    refused: '上一项未保存',
    readOnly: '未保存：暂停写入',
    why: '未保存的原因',
  },
  start: {
    opening: '正在打开数据',
    rebuilding: '正在按留痕重建数据，请不要关闭窗口',
    locked: '学时簿已在另一个窗口打开',
    lockedNext: '同一份数据同时只能由一个窗口写入，以免互相覆盖。请回到已打开的窗口；如果它已经关闭，请点“重试”。',
    failed: '打不开数据',
    failedNext: '数据没有被改动。请按提示处理后重试。',
    failedDetail: '系统给出的说明',
    retry: '重试',
    chooseFolder: '选择数据文件夹',
    useDefault: '改用默认位置',
    useDefaultTitle: '改用“文档”中的学时簿数据',
    useDefaultSentence:
      '今后的记录写在“文档”下的“学时簿数据”里。原文件夹里的内容不会移动，也不会合并过来；找到它以后，可以在设置中改回。',
  },
  healed: {
    title: '启动时修复了数据',
    troubleTitle: '核对留痕',
    clockTitle: '请核对电脑的日期和时间',
    clockBack: (last: string, now: string) =>
      `最近一条记录写于 ${last}，电脑现在是 ${now}，比它还早。时钟可能被改过；记录的先后不受影响，但登记时间会照电脑的时钟写。`,
    unchecked: (detail: string) =>
      `留痕文件没有读完，不能确认全部完好。请检查磁盘，尽快另存一份数据文件夹。系统给出的说明：${detail}`,
    applied: (entries: number) => `上次退出前有 ${entries} 条记录已写入留痕、尚未显示，现已补上。没有丢失任何内容。`,
    rebuilt: {
      missing: (entries: number) => `显示用的数据库不见了，已按留痕的 ${entries} 条记录重建。`,
      damaged: (entries: number) => `显示用的数据库已损坏，已按留痕的 ${entries} 条记录重建。`,
      version: (entries: number) => `程序升级后，已按留痕的 ${entries} 条记录重建显示用的数据库。`,
      'other-folder': (entries: number) => `数据文件夹换过了，已按其中留痕的 ${entries} 条记录重建显示用的数据库。`,
    },
    nothingLost: '没有丢失任何内容。',
    tornEnd: (bytes: number) =>
      `上次写入被中断，留下 ${bytes} 字节不完整的内容，已移到一旁保存。它从未显示过“已保存”，请核对中断前的最后一项操作。`,
    shortened: (expected: number, found: number) =>
      `留痕少了第 ${found + 1} 到第 ${expected} 条，它们曾经保存成功。可能有人换过或删过数据文件夹里的文件。请先找回原文件或备份。`,
    replaced: (seq: number) =>
      `留痕第 ${seq} 条不是当时保存的那一条。可能有人换过数据文件夹里的文件。请先找回原文件或备份。`,
    goOn: '从现有留痕继续',
    goOnTitle: '从现有留痕继续',
    goOnSentence: '丢失或损坏的部分将不再等待恢复，之后的记录写入一条新的记录链，这个决定本身也会记入留痕。',
    wentOn: '已从现有留痕继续，可以录入了',
    damaged: (chain: string, seq: number) =>
      `留痕文件在第 ${seq} 条处损坏（${chain}）。此前的记录完好，其后的记录不可信。请不要继续录入，先从备份恢复。`,
    understood: '知道了',
  },
  demo: {
    banner: '演示数据',
    sentence: '人员和单位均为虚构，与本机构的数据完全分开，可以随意试用。',
    leave: '退出演示',
    discard: '删除演示数据',
    discardTitle: '删除演示数据',
    discardSentence: '演示班和在其中试做的全部内容将被删除，不能恢复。本机构的数据不受影响。',
    discarded: '已删除演示数据',
    discardFailed: '演示数据没有删除干净，请关闭其他窗口后再试。',
    preparing: '正在准备演示班',
    failed: '演示班没有准备好，已回到本机构的数据。',
  },
  crash: {
    title: '这个页面出错了',
    next: '已保存的内容不受影响。可以重新打开本页；如果再次出错，请到别的页面继续工作，并把下面的说明告诉维护人员。',
    retry: '重新打开本页',
    detail: '出错说明',
  },
  shortcuts: {
    title: '全局',
    list: '显示快捷键',
    back: '后退',
    forward: '前进',
    rail: '收起或展开导航栏',
    go: (where: string) => `打开“${where}”`,
  },
  loading: '正在读取',
} as const;
