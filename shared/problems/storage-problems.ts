import type { ProblemText } from './problem';
import { say } from './say';

/** Where the records are, in brackets behind the words for it; nothing when it is not known. */
const at = (folder: string | undefined): string => (folder === undefined ? '' : `（${say(folder)}）`);

/** 只剩 0.4 MB，至少需要 0.2 MB: what a full disk waits for, as far as it is known. */
function room(free: number | undefined, needed: number | undefined): string {
  const parts = [
    ...(free === undefined ? [] : [`只剩 ${say(free)} MB`]),
    ...(needed === undefined ? [] : [`至少需要 ${say(needed)} MB`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

/** What can be said when data cannot be opened, written or read back. */
export const STORAGE_PROBLEMS = {
  'record-changed': {
    level: 'error',
    title: '记录已被改动',
    sentence: (v: { records: readonly string[]; keys: readonly string[] }) =>
      `${say(v.records)}在您填写期间已有新的内容，为避免覆盖，本次没有写入。`,
    next: '核对现在显示的内容，再做一次修改。',
  },
  'record-unfit': {
    level: 'error',
    title: '内容不合规定',
    sentence: (v: { says: string }) => `要保存的内容有误：${say(v.says)}。这一步没有保存，原有记录没有变化。`,
    next: '改正这一项再保存；仍不能保存时，请把这条提示告诉提供软件的人。',
  },
  'disk-full': {
    level: 'error',
    title: '磁盘已满',
    sentence: (v: { folder?: string; free?: number; needed?: number }) =>
      `数据文件夹${at(v.folder)}所在的磁盘没有足够的空间${room(v.free, v.needed)}，这一步没有保存；之前显示“已保存”的内容都在，暂停接受新的改动。`,
    next: '删除或移走一些文件腾出空间，程序每隔几秒检查一次，空间够了会自动恢复，也可以点“重试”。',
  },
  'disk-low': {
    level: 'warning',
    title: '磁盘空间不足',
    sentence: (v: { megabytes: number }) =>
      `数据文件夹所在磁盘只剩 ${say(v.megabytes)} MB，低于 500 MB 时可能很快无法保存。`,
    next: '尽快删除或移走一些文件，或在设置中改用另一块磁盘。',
  },
  'storage-read-only': {
    level: 'error',
    title: '数据文件夹不可写',
    sentence: (v: { folder?: string }) =>
      `数据文件夹${at(v.folder)}现在不允许写入，这一步没有保存；之前的内容可以照常查看和打印。`,
    next: '检查文件夹是否被设为只读、U 盘是否写保护；解除后会自动恢复，也可以点“重试”。',
  },
  'storage-locked': {
    level: 'error',
    title: '数据正在被占用',
    sentence: () => '同一份数据已在另一个窗口或另一台电脑上打开，为避免互相覆盖，这里没有打开。',
    next: '关闭另一处的程序后点“重试”。',
  },
  'storage-in-use': {
    level: 'error',
    title: '数据文件夹正在被占用',
    sentence: (v: { folder?: string }) =>
      `数据文件夹${at(v.folder)}正被另一个程序或另一台电脑占用，为避免互相覆盖，这一步没有保存。`,
    next: '关闭另一处的程序；不再占用后会自动恢复，也可以点“重试”。',
  },
  'storage-moved': {
    level: 'error',
    title: '数据文件被其他程序改动',
    sentence: (v: { folder?: string }) =>
      `数据文件夹${at(v.folder)}里的留痕文件与本程序写入的不一致，可能有另一个程序或同步软件动过它，这一步没有保存。`,
    next: '关闭同步软件和其他打开这个文件夹的程序；程序会自行核对，也可以点“重试”。',
  },
  'storage-missing': {
    level: 'error',
    title: '找不到数据文件夹',
    sentence: (v: { folder?: string }) =>
      `数据文件夹${at(v.folder)}不在原来的位置，可能是 U 盘被拔出或文件夹被移走，这一步没有保存。`,
    next: '插回 U 盘或把文件夹放回原处；放回后会自动恢复，也可以点“重试”。',
  },
  'data-folder-missing': {
    level: 'error',
    title: '找不到数据文件夹',
    sentence: (v: { folder: string }) =>
      `原来选定的数据文件夹“${say(v.folder)}”不在了，可能是 U 盘没有插上，或文件夹被移走、改名。`,
    next: '插上 U 盘或把文件夹放回原处，再点“重试”；文件夹换了地方的，点“选择数据文件夹”。',
  },
  'storage-failed': {
    level: 'error',
    title: '读写磁盘出错',
    sentence: (v: { folder?: string; detail: string }) =>
      `读写数据文件夹${at(v.folder)}时磁盘报告了错误：${say(v.detail)}。这一步没有保存。`,
    next: '程序每隔几秒自己再试，也可以点“重试”；如果反复出现，请先复制一份数据文件夹，再检查磁盘是否损坏。',
  },
  'journal-damaged': {
    level: 'error',
    title: '留痕文件有损坏',
    sentence: (v: { seq: number }) =>
      `留痕文件从第 ${say(v.seq)} 条起无法通过校验，在它之前的记录完整有效并已载入；在您作出决定之前只能查看，不能改动。`,
    next: '如果有备份或第二份副本，请先用它替换；没有时可以选择“从有效部分继续”，损坏的部分会另存，不会删除。',
  },
  'journal-shortened': {
    level: 'error',
    title: '留痕文件变短了',
    sentence: (v: { expected: number; found: number }) =>
      `本机曾保存到第 ${say(v.expected)} 条，而数据文件夹里的留痕只到第 ${say(v.found)} 条，缺少的记录仍显示在屏幕上；在您作出决定之前只能查看，不能改动。`,
    next: '检查数据文件夹是否被旧副本替换，把新的放回来再重新打开；确认无法找回时，可以选择“以留痕文件为准继续”。',
  },
  'journal-replaced': {
    level: 'error',
    title: '留痕文件与本机记录不一致',
    sentence: (v: { seq: number }) =>
      `留痕文件第 ${say(v.seq)} 条与本机保存过的同一条内容不同，可能换成了另一份副本；在您作出决定之前只能查看，不能改动。`,
    next: '确认数据文件夹是不是您要用的那一份；确定无误时，可以选择“以留痕文件为准继续”。',
  },
  'journal-extended': {
    level: 'error',
    title: '留痕文件变长了',
    sentence: (v: { from: number; to: number }) =>
      `留痕文件第 ${say(v.from)} 到第 ${say(v.to)} 条不是这里写入的，可能换成了另一份副本，或有人在别处用它录入过；在您作出决定之前只能查看，不能改动。`,
    next: '确认数据文件夹是不是您要用的那一份；确定无误时，可以选择“从现有留痕继续”。',
  },
  'journal-newer': {
    level: 'error',
    title: '数据由更新的版本写入',
    sentence: () => '数据文件夹里有本版本不认识的内容，继续使用会丢失它们，所以没有打开。',
    next: '安装最新版本的学时簿后再打开。',
  },
  'import-unfinished': {
    level: 'error',
    title: '导入没有写完',
    sentence: (v: { written: number }) =>
      `这次导入写到第 ${say(v.written)} 部分时中断，整次导入不生效，原有记录没有变化。`,
    next: '按另一条提示解决保存的问题，再重新导入。',
  },
  'import-stopped': {
    level: 'info',
    title: '已取消写入',
    sentence: () => '写入已取消，没有任何内容生效，原有记录没有变化。',
    next: '需要时重新导入；预览里的修改还在。',
  },
  'projection-failed': {
    level: 'error',
    title: '显示数据无法更新',
    sentence: (v: { detail: string }) => `记录已写入留痕文件，没有丢失，但屏幕上的数据无法更新（${say(v.detail)}）。`,
    next: '关闭程序再打开，显示数据会从留痕文件重新生成；如仍出现，请检查系统盘的剩余空间。',
  },
} as const satisfies { readonly [code: string]: ProblemText };
