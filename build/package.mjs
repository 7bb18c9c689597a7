// npm run package -- linux|win: the installers, on a machine with network (Electron, NSIS and fpm are downloaded).
import { bootstrap, buildProgram } from './bootstrap.mjs';
import { runBuilder } from './packaging/run-builder.mjs';

const [platform] = process.argv.slice(2);
if (platform !== 'linux' && platform !== 'win') {
  console.error('用法：node build/package.mjs linux|win');
  process.exit(2);
}
if (!bootstrap() || !buildProgram()) process.exit(1);
console.log(await runBuilder(platform, ['--publish', 'never']));
