// Runs electron-builder with our configuration.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../bootstrap.mjs';

/**
 * Windows shows productName as the program's description (task manager, UAC), so it is Chinese there; on Linux it is the
 * name of a folder below /opt and stays ASCII.
 */
const OF_PLATFORM = { linux: [], win: ['-c.productName=学时簿'] };

/**
 * Resolves with what electron-builder said; rejects with it when it failed or took longer than `limit` milliseconds.
 * platform: 'linux' or 'win'.
 */
export function runBuilder(platform, args, { env = {}, limit = 30 * 60_000 } = {}) {
  const command = path.join(root, 'node_modules/electron-builder/cli.js');
  const child = spawn(
    process.execPath,
    [command, '--config', 'electron-builder.yml', `--${platform}`, ...args, ...OF_PLATFORM[platform]],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL', // it keeps SIGTERM to itself
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 ? resolve(said) : reject(new Error(`electron-builder ${platform}: ${code ?? signal}\n${said}`)),
    );
  });
}
