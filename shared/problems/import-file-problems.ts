import type { ProblemText } from './problem';
import { say } from './say';

const UNREADABLE = {
  empty: '文件是空的，没有任何内容',
  damaged: '文件已损坏或没有下载完整',
  hostile: '文件的内部结构不正常，不像表格软件保存的文件',
  encoding: '文件中的文字既不是 UTF-8 也不是国标（GBK、GB18030）编码',
  'too-old': '这是 Excel 95 或更早的格式，其中的汉字无法可靠地读出',
  'not-a-spreadsheet': '它的内容不是表格，与扩展名无关',
  'no-rows': '其中没有任何一行数据',
};

const TOO_LARGE = {
  bytes: '文件超过 50 MB',
  rows: '一张表中有内容的行超过 20000 行',
  inflated: '文件解压后超过 300 MB 或包含超过 200 个部分，表格文件不会这样大',
  cells: '表格中的内容过多',
  cell: '有一格超过 32767 个字；csv 文件多半是有一个引号没有成对',
};

/** What can be wrong with a file as a whole, and rows that are no data. */
export const FILE_PROBLEMS = {
  'column-missing': {
    level: 'error',
    title: '缺少必需的列',
    sentence: (v: { column: string }) => `没有找到“${say(v.column)}”一列，缺少它无法知道每一行说的是谁、是什么。`,
    next: '在“列对应”中为它指定一列；文件里确实没有这一列时，补上后重新选择文件。',
  },
  'column-ambiguous': {
    level: 'error',
    title: '不止一列可以对应',
    sentence: (v: { column: string; candidates: readonly string[] }) =>
      `“${say(v.column)}”可以是 ${say(v.candidates)} 中的任何一列，不能代您猜测。`,
    next: '在“列对应”中选定其中一列。',
  },
  'sheet-left': {
    level: 'warning',
    title: '另有工作表没有读入',
    sentence: (v: { read: string; left: readonly string[] }) =>
      `只读入了工作表“${say(v.read)}”；${say(v.left)} 也像是同样的表，没有读入。`,
    next: '其中也有需要导入的内容时，选择那张工作表再导入一次，或把几张表合并成一张。',
  },
  'row-empty': {
    level: 'info',
    title: '空行',
    sentence: () => '这一行只有空格或序号，已跳过。',
    next: '无需处理。',
  },
  'row-summary': {
    level: 'info',
    title: '合计或落款行',
    sentence: (v: { value: string }) => `这一行是“${say(v.value)}”，不是数据，已跳过。`,
    next: '无需处理。',
  },
  'row-unfilled': {
    level: 'info',
    title: '没有填写',
    sentence: (v: { what: string }) => `这一行只有人，没有填写${say(v.what)}，已跳过。`,
    next: '需要登记的，填写后再导入。',
  },
  'file-encrypted': {
    level: 'error',
    title: '文件有打开密码',
    sentence: (v: { file: string }) => `“${say(v.file)}”设置了打开密码，读不出内容。`,
    next: '用 Excel 或 WPS 打开，在“文件 — 信息 — 保护工作簿”中去掉密码，保存后重新选择。',
  },
  'file-unreadable': {
    level: 'error',
    title: '文件无法读取',
    sentence: (v: { file: string; why: keyof typeof UNREADABLE }) =>
      `“${say(v.file)}”读不出来：${UNREADABLE[v.why]}。`,
    next: '用 Excel 或 WPS 打开它，另存为 .xlsx 后重新选择；打不开的，请向提供的人再要一份。',
  },
  'file-too-large': {
    level: 'error',
    title: '文件太大',
    sentence: (v: { file: string; why: keyof typeof TOO_LARGE }) =>
      `“${say(v.file)}”超出了一次能读的范围：${TOO_LARGE[v.why]}。`,
    next: '删去与数据无关的工作表、图片和行，或把名册分成几个文件，分次导入。',
  },
  'file-slow': {
    level: 'error',
    title: '读取超时',
    sentence: (v: { file: string; seconds: number }) =>
      `“${say(v.file)}”读了 ${say(v.seconds)} 秒还没有读完，已经停止。正常的表格不需要这么久。`,
    next: '用 Excel 或 WPS 打开它，只把有数据的工作表另存为 .xlsx 后重新选择。',
  },
  'import-interrupted': {
    level: 'error',
    title: '读取中断',
    sentence: (v: { message: string }) => `读取时程序出错（${say(v.message)}），没有导入任何内容。`,
    next: '重新选择文件；再次出错的，用 Excel 或 WPS 另存为 .xlsx 后再试。',
  },
  'import-cancelled': {
    level: 'info',
    title: '已取消读取',
    sentence: () => '已取消读取，没有导入任何内容。',
    next: '需要时重新选择文件。',
  },
} as const satisfies { readonly [code: string]: ProblemText };
