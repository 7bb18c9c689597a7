import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { createHandlers, type HandlerPorts } from '../../../electron/main/handlers';
import type { DataSets } from '../../../electron/main/data-sets';

const window = {} as BrowserWindow;
const bytes = new Uint8Array([1, 2, 3]);

function machine(
  answer: { filePath?: string; filePaths?: string[]; canceled?: boolean; openPath?: string; there?: string[] } = {},
) {
  const { canceled = false, filePath = '', filePaths = [], openPath = '', there = [] } = answer;
  const ports = {
    info: { version: '1.2.3', engine: 'Electron 45' },
    dataSets: {} as DataSets,
    dialog: {
      showSaveDialog: vi.fn(async () => ({ canceled, filePath })),
      showOpenDialog: vi.fn(async () => ({ canceled, filePaths })),
    },
    openPath: vi.fn(async () => openPath),
    exists: vi.fn(async (file: string) => there.includes(file)),
    writeAtomically: vi.fn(async () => undefined),
    rememberDataFolder: vi.fn(async (picked: string) => `${picked}/学时簿数据`),
    forgetDataFolder: vi.fn(async () => undefined),
    printFolder: vi.fn(async () => '/user/print/1'),
  } satisfies HandlerPorts;
  return { ports, handlers: createHandlers(ports) };
}

describe('保存', () => {
  it('suggests a clean name, writes where the user said, tells only the name', async () => {
    const { ports, handlers } = machine({ filePath: '/home/王/桌面/汇总表.xlsx' });
    expect(await handlers['file:save'](window, '第3期/汇总表', 'xlsx', bytes)).toBe('汇总表.xlsx');
    expect(ports.dialog.showSaveDialog).toHaveBeenCalledWith(
      window,
      expect.objectContaining({
        defaultPath: '第3期_汇总表.xlsx',
        filters: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
      }),
    );
    expect(ports.writeAtomically).toHaveBeenCalledExactlyOnceWith('/home/王/桌面/汇总表.xlsx', bytes);
  });
  it('adds the extension that some dialogs leave out, so that no file of another kind is overwritten', async () => {
    const { ports, handlers } = machine({ filePath: '/data/main/journal/000001' });
    expect(await handlers['file:save'](window, 'x', 'pdf', bytes)).toBe('000001.pdf');
    expect(ports.writeAtomically).toHaveBeenCalledWith('/data/main/journal/000001.pdf', bytes);
  });
  it('never replaces a file that the dialog did not ask about, because its name came without the extension', async () => {
    const { ports, handlers } = machine({ filePath: '/d/汇总表', there: ['/d/汇总表.xlsx', '/d/汇总表 (2).xlsx'] });
    expect(await handlers['file:save'](window, 'x', 'xlsx', bytes)).toBe('汇总表 (3).xlsx');
    expect(ports.writeAtomically).toHaveBeenCalledExactlyOnceWith('/d/汇总表 (3).xlsx', bytes);
  });
  it.each([{ canceled: true, filePath: '/x.pdf' }, { filePath: '' }])(
    'cancelled: nothing is written (%j)',
    async (answer) => {
      const { ports, handlers } = machine(answer);
      expect(await handlers['file:save'](window, 'x', 'pdf', bytes)).toBeNull();
      expect(ports.writeAtomically).not.toHaveBeenCalled();
    },
  );
});

describe('打印', () => {
  it('shows the PDF in the viewer of the system, from a folder of its own', async () => {
    const { ports, handlers } = machine();
    await handlers['pdf:print'](window, '学时证明:1', bytes);
    const file = path.join('/user/print/1', '学时证明_1.pdf');
    expect(ports.writeAtomically).toHaveBeenCalledWith(file, bytes);
    expect(ports.openPath).toHaveBeenCalledWith(file);
  });
  it('says so when the system has no viewer', async () => {
    const { handlers } = machine({ openPath: 'no application' });
    await expect(handlers['pdf:print'](window, 'x', bytes)).rejects.toMatchObject({
      fault: 'missing',
      message: 'no application',
    });
  });
});

describe('数据文件夹', () => {
  it('is remembered as the user picked it', async () => {
    const { ports, handlers } = machine({ filePaths: ['/media/U盘'] });
    expect(await handlers['data:choose-folder'](window)).toBe('/media/U盘/学时簿数据');
    expect(ports.rememberDataFolder).toHaveBeenCalledExactlyOnceWith('/media/U盘');
  });
  it('is forgotten when the user goes back to the usual one', async () => {
    const { ports, handlers } = machine({});
    await handlers['data:default-folder'](window);
    expect(ports.forgetDataFolder).toHaveBeenCalledOnce();
  });
  it('stays when cancelled', async () => {
    const { ports, handlers } = machine({ canceled: true, filePaths: ['/x'] });
    expect(await handlers['data:choose-folder'](window)).toBeNull();
    expect(ports.rememberDataFolder).not.toHaveBeenCalled();
  });
});

it('the desktop edition says what it can do', async () => {
  const { handlers } = machine();
  expect(await handlers['app:info'](window)).toEqual({
    edition: 'desktop',
    version: '1.2.3',
    engine: 'Electron 45',
    capabilities: { chooseDataFolder: true, saveDialog: true },
  });
});
