import { _electron, type Page } from '@playwright/test';
import path from 'node:path';
import { day } from '../../shared/basics/day';
import { longDay } from '../../renderer/text/format';
import { argumentsOf, desktopProgram, isDouble } from './desktop-edition';
import { expect, test } from './edition';

const GIVEN = day('2028-02-29');
test.use({ today: GIVEN });

/** The line of the start page that says which day it is. */
const dayOfPage = (page: Page) => page.getByText(/^\d{4}年\d+月\d+日 星期.$|^\d{4}年\d+月\d+日 周.$/);

test('程序显示的是给定的日期，重新启动以后时间接着走', async ({ edition }) => {
  const page = await edition.start();
  await expect(dayOfPage(page)).toContainText(longDay(GIVEN));
  await edition.restart();
  await expect(dayOfPage(edition.page)).toContainText(longDay(GIVEN));
  // Set back by more than a minute it would be asked about.
  await expect(edition.page.getByText('请核对电脑的日期和时间')).toHaveCount(0);
});

test('打包后的程序不认 --today，也不认 --data-dir', async ({ edition, needs }) => {
  needs('mainProcess');
  test.skip(!isDouble, 'Electron itself says whether it is packaged');
  const { launch } = edition;
  const home = path.join(launch.folder, 'home');
  const app = await _electron.launch({
    args: argumentsOf(launch),
    executablePath: desktopProgram,
    env: { ...process.env, ELECTRON_DOUBLE_PACKAGED: '1', HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') },
  });
  const page = await app.firstWindow();
  await expect(dayOfPage(page)).toBeVisible({ timeout: 20_000 });
  await expect(dayOfPage(page)).not.toContainText(longDay(GIVEN));
  await expect(page.locator('meta[name="given-day"]')).toHaveCount(0);
  expect(await app.evaluate(({ app: own }) => own.getPath('userData'))).toBe(path.join(home, '.config/xueshibu'));
  await app.close();
});
