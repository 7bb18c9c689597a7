import { expect, type Page } from '@playwright/test';
import { appText } from '../../renderer/text/app';
import { courseText } from '../../renderer/text/course';

/** One key in the register: the cells that it marks, and what they show then. */
export interface TypedMark {
  readonly cells: readonly string[];
  readonly sign: string;
}

/** What was typed into a page that is about to be killed, and what it has said so far. */
export interface TypedAndSaved {
  readonly typed: TypedMark[];
  /** So many of the typed marks had been taken when the screen last came to show 已保存. */
  saved: number;
}

const PREFIX = 'register at work ';

/** The page as the program shows it once its records are open. */
export const ready = (page: Page): Promise<void> => page.getByRole('navigation').first().waitFor({ timeout: 20_000 });

/** From home to the attendance register of the only course. */
export async function openRegister(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: appText.rail.courses, exact: true }).first().click();
  await page.getByText(title).first().click();
  await page.getByRole('tab', { name: new RegExp(courseText.steps.attendance) }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('grid').focus();
}

/** The sign in every cell of the register, by the cell's id. */
export type Signs = Readonly<Record<string, string>>;

/** The signs in the cells that are on the screen. */
export const signs = (page: Page): Promise<Signs> =>
  page
    .locator('[id^=register-][role=gridcell]')
    .evaluateAll((cells) => Object.fromEntries(cells.map((cell) => [cell.id, cell.textContent ?? ''])));

/** The signs that the keys of the register leave in a cell. */
export const SIGNS = { '1': '✓', '4': '缺', '5': '假' } as const;

/** Types one mark; noted before the key goes out, so that nothing can be on the disk that is not on the list. */
export async function typeMark(page: Page, key: keyof typeof SIGNS, said: TypedAndSaved): Promise<void> {
  const selected = page.locator('[role=gridcell][aria-selected=true]');
  const cells = await selected.evaluateAll((all) => all.map(({ id }) => id));
  said.typed.push({ cells, sign: SIGNS[key] });
  await page.keyboard.press(key);
}

/**
 * Follows what the screen says. A mark counts as acknowledged when 已保存 came to stand on the screen after its key; what the
 * page could not tell any more before it died does not count.
 */
export async function follow(page: Page): Promise<TypedAndSaved> {
  const said: TypedAndSaved = { typed: [], saved: 0 };
  page.on('console', (message) => {
    if (message.text().startsWith(PREFIX)) said.saved = Number(message.text().slice(PREFIX.length));
  });
  await page.evaluate(
    (words) => {
      let typed = 0;
      window.addEventListener('keydown', ({ key }) => (typed += words.keys.includes(key) ? 1 : 0));
      const state = [...document.querySelectorAll('output')].find(({ textContent }) =>
        textContent?.includes(words.saved),
      );
      if (!state) throw new Error('no state of saving on the screen');
      let last = '';
      new MutationObserver(() => {
        const text = state.textContent ?? '';
        // The console, because a binding of this connection would break those of the double in the same page.
        if (text !== last && text.includes(words.saved)) console.debug(`${words.prefix}${typed}`);
        last = text;
      }).observe(state, { childList: true, characterData: true, subtree: true });
    },
    { prefix: PREFIX, saved: appText.save.saved, keys: Object.keys(SIGNS) },
  );
  return said;
}
