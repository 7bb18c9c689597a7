// Which edition starts here, and why.
import { electronBinary, fetchElectron } from './electron-binary.mjs';

/**
 * The desktop edition with its binary, or the browser edition with the reason in Chinese. Cheap questions come first:
 * nothing is downloaded where it could not run.
 */
export async function chooseEdition({
  flags,
  platform = process.platform,
  env = process.env,
  isRoot = process.getuid?.() === 0,
  binary = electronBinary,
  fetch = fetchElectron,
}) {
  if (flags.includes('--browser')) return { kind: 'browser', reason: '按要求（--browser）' };
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return { kind: 'browser', reason: '没有图形桌面（DISPLAY 与 WAYLAND_DISPLAY 均未设置）' };
  if (platform === 'linux' && isRoot)
    return {
      kind: 'browser',
      reason: '当前是 root 用户：Electron 的沙箱不允许以 root 运行，请改用普通用户启动桌面版',
    };
  const ready = binary() ?? ((await fetch()) ? binary() : null);
  if (ready !== null) return { kind: 'desktop', binary: ready };
  return {
    kind: 'browser',
    reason: 'Electron 尚未安装且无法下载（可设置环境变量 ELECTRON_MIRROR 后重新运行 npm start）',
  };
}
