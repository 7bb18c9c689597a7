import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Electron's single-instance lock, made of a file with the owner's process id and of messages dropped beside it. */
export class SingleInstance {
  #file: string | null = null;

  get held(): boolean {
    return this.#file !== null;
  }

  /** False when a living process has the lock: that one is told our command line. */
  request(userData: string, onSecond: (argv: string[], cwd: string) => void): boolean {
    const folder = path.join(userData, 'single-instance');
    const file = path.join(folder, 'owner');
    mkdirSync(folder, { recursive: true });
    const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (owner > 0 && owner !== process.pid && existsSync(`/proc/${owner}`)) {
      this.#tell(folder);
      return false;
    }
    writeFileSync(file, String(process.pid));
    this.#file = file;
    watch(folder, () => this.#read(folder, onSecond)).unref();
    return true;
  }

  release(): void {
    if (this.#file !== null) rmSync(this.#file, { force: true });
    this.#file = null;
  }

  #tell(folder: string): void {
    const message = path.join(folder, `second-${process.pid}.json`);
    writeFileSync(`${message}.part`, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
    renameSync(`${message}.part`, message);
  }

  #read(folder: string, onSecond: (argv: string[], cwd: string) => void): void {
    for (const name of readdirSync(folder).filter((n) => /^second-\d+\.json$/.test(n))) {
      const file = path.join(folder, name);
      const { argv, cwd } = JSON.parse(readFileSync(file, 'utf8'));
      rmSync(file);
      onSecond(argv, cwd);
    }
  }
}
