import { bytesOf, filesIn, writeText } from './files';
import { judgeArguments, USAGE } from './judge-arguments';
import { judgeFolder } from './judge-folder';
import { judgeJson } from './judge-json';
import { judgeText } from './judge-text';

/** 0: it could judge, or was only asked how it is called. 2: it could not, and said why. */
function main(list: readonly string[]): 0 | 2 {
  const refuse = (message: string): 2 => {
    process.stderr.write(`${message}\n`);
    return 2;
  };
  if (list.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const wanted = judgeArguments(list);
  if (!wanted.ok) return refuse(`${wanted.error}\n${USAGE}`);
  const { folder, on, json } = wanted.value;
  const names = filesIn(folder);
  if (!names) return refuse(`读不了文件夹“${folder}”。\n${USAGE}`);
  const verdict = judgeFolder(names, (name) => bytesOf(folder, name), on);
  if (!verdict.ok) return refuse(verdict.error);
  process.stdout.write(judgeText(verdict.value));
  if (json !== null && !writeText(json, `${JSON.stringify(judgeJson(verdict.value), null, 1)}\n`))
    return refuse(`写不了文件“${json}”。`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
