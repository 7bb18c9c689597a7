import { test } from './edition';
import { mainJob } from './main-job';

test('从空文件夹到报审材料包：示例班的四个文件、当场改正、核验、证明、材料包，随后强行结束也都在', async ({
  edition,
}) => {
  test.setTimeout(240_000);
  await mainJob(edition);
});
