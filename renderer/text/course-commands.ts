/** Sentences of Ctrl+Z and Ctrl+Y on the pages of a course. */
export const courseCommandsText = {
  undone: (what: string): string => `已撤销：${what}`,
  undoneLast: '已撤销上一步',
  redoneLast: '已重做',
  nothing: '没有可以撤销的操作。',
  undo: '撤销 (Ctrl+Z)',
  redo: '重做 (Ctrl+Y)',
  undoKey: '撤销上一步',
  redoKey: '重做',
} as const;
