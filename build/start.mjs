// npm start: the desktop edition where Electron is there or can be fetched, else the browser edition of the same program.
import { spawn } from 'node:child_process';
import { bootstrap, buildProgram, root } from './bootstrap.mjs';
import { BROWSER_PORT, serverOptions, startBrowserServer } from './browser-server.mjs';
import { chooseEdition } from './edition.mjs';
import { openInBrowser } from './open-in-browser.mjs';

const flags = process.argv.slice(2);

if (!bootstrap() || !buildProgram()) process.exit(1);
const edition = await chooseEdition({ flags });
if (edition.kind === 'desktop') startDesktop(edition.binary);
else await startBrowser(edition.reason);

/** Runs Electron until it ends; an end with an error in the first two seconds is explained. */
function startDesktop(binary) {
  const started = performance.now();
  const ended = (code, how) => {
    if (code !== 0 && performance.now() - started < 2000) {
      console.error(`桌面版没有启动（${how}），原因见上。可改用浏览器版：npm start -- --browser`);
      if (process.platform === 'linux')
        console.error(
          '若提示 SUID sandbox 或 namespace：此系统不允许未安装的程序使用沙箱，请使用安装包（deb），或改用浏览器版。',
        );
    }
    process.exit(code);
  };
  const child = spawn(binary, [root, ...flags], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => ended(1, error.message));
  child.once('exit', (code, signal) => ended(code ?? 1, signal === null ? `退出码 ${code}` : `信号 ${signal}`));
}

async function startBrowser(reason) {
  const asked = serverOptions(flags);
  if (!asked.ok) {
    console.error(asked.error);
    process.exit(1);
  }
  let address = `http://127.0.0.1:${BROWSER_PORT}/`;
  try {
    const server = await startBrowserServer(asked.options);
    address = `http://127.0.0.1:${server.address().port}/`;
  } catch (error) {
    if (error.code === undefined) throw error;
    console.error(
      `端口 ${BROWSER_PORT} 无法使用（${error.code}）。浏览器版的数据与该端口绑定，因此不会改用其他端口。`,
    );
    console.error(`若学时簿已在运行，请直接打开 ${address}`);
    process.exit(1);
  }
  console.log(`浏览器版已启动：${address}`);
  console.log(`原因：${reason}`);
  console.log(
    '与桌面版不同：数据只保存在此浏览器中（清除网站数据会一并清除，请及时备份）；文件以下载方式保存；打印在新标签页中进行。',
  );
  console.log('按 Ctrl+C 结束。');
  openInBrowser(address);
}
