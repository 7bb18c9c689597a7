import type { FileKind } from '../../shared/bridge';

/** What the main process itself shows: window title, native dialogs, the menu. */
export const TEXT = {
  title: '学时簿',
  chooseFolder: '选择数据文件夹',
  chooseFolderButton: '使用此文件夹',
  unfinished: {
    question: '还有没有导入的预览',
    detail: '现在关闭，预览里改过的内容不会保留。已保存的记录不受影响。',
    stay: '返回继续导入',
    leave: '关闭，不导入',
  },
  view: '显示',
  zoomIn: '放大',
  zoomOut: '缩小',
  actualSize: '实际大小',
  fullScreen: '全屏',
} as const;

export const KIND_NAMES: Readonly<Record<FileKind, string>> = {
  xlsx: 'Excel 工作簿',
  pdf: 'PDF 文件',
  zip: '报审材料包',
};
