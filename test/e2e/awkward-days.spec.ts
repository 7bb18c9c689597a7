import { day } from '../../shared/basics/day';
import { longDay } from '../../renderer/text/format';
import { expect, test } from './edition';
import { mainJob } from './main-job';

/** In one edition (build/playwright.config.ts): what is asked here is the day, and both get it through the same page. */
for (const today of [day('2026-12-31'), day('2028-02-29'), day('2028-03-01')])
  test.describe(today, () => {
    test.use({ today });
    test(`${longDay(today)}：从空文件夹到报审材料包`, async ({ edition }) => {
      test.setTimeout(240_000);
      await mainJob(edition);
      await edition.page.getByRole('navigation').first().getByText('首页', { exact: true }).click();
      await expect(edition.page.getByText(`${longDay(today)} `)).toBeVisible();
    });
  });
