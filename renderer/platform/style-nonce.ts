/**
 * Gives the nonce of this page (index.html carries it) to every style element that a script of ours makes. Some parts of
 * antd make them without it; markup that gets into the page by any other way has none and stays refused.
 */
export function giveNonceToStyles(page: Document): void {
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  const createElement = page.createElement.bind(page);
  Object.defineProperty(page, 'createElement', {
    value: (...args: Parameters<typeof createElement>): HTMLElement => {
      const element = createElement(...args);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    },
  });
}
