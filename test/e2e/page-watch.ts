import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

const REFUSAL = /content[- ]security[- ]policy|refused to (load|execute|apply|connect|create|frame)/i;

/** Keeps what no page of the program may ever do: ask another origin, break its content policy, throw unheard. */
export class PageWatch {
  readonly #found = new Set<string>();
  #refusalsAllowed = false;

  constructor(private readonly origin: string) {}

  /** For tests that provoke refusals on purpose. */
  allowRefusals(): void {
    this.#refusalsAllowed = true;
  }
  attach(context: BrowserContext): void {
    context.on('request', (request) => this.#request(request.url()));
    context.on('console', (message) => this.#console(message));
    context.on('weberror', (error) => this.#found.add(`error ${error.error().message}`));
  }
  /** Also what happened before the watch began: the page keeps its latest messages. */
  async collect(page: Page): Promise<void> {
    if (page.isClosed()) return;
    for (const message of await page.consoleMessages()) this.#console(message);
    for (const error of await page.pageErrors()) this.#found.add(`error ${error.message}`);
    for (const request of await page.requests()) this.#request(request.url());
  }
  complaints(): readonly string[] {
    return [...this.#found].filter((text) => !(this.#refusalsAllowed && text.startsWith('refused'))).sort();
  }
  #request(url: string): void {
    if (url.startsWith(`${this.origin}/`) || /^(data|blob|about):/.test(url)) return;
    this.#found.add(`refused request ${url}`);
  }
  #console(message: ConsoleMessage): void {
    if (message.type() === 'error' && REFUSAL.test(message.text())) this.#found.add(`refused ${message.text()}`);
  }
}
