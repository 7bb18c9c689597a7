/** Sentences of Ctrl+Z and Ctrl+Y. */
export const undoText = {
  group: '撤销与重做',
  undone: (what: string): string => `已撤销：${what}`,
  redone: (what: string): string => `已重做：${what}`,
  refused: (what: string, why: string): string => `“${what}”不能撤销。${why}`,
  notTaken: (what: string): string => `“${what}”不能撤销，原因见下方。`,
  nothing: '打开程序以来没有可以撤销的操作。更早的操作请到“留痕”中撤销。',
  nothingToRedo: '没有可以重做的操作。',
  undo: '撤销 (Ctrl+Z)',
  redo: '重做 (Ctrl+Y)',
  undoKey: '撤销上一步操作，不论在哪一页做的',
  redoKey: '重做刚撤销的操作',
} as const;
