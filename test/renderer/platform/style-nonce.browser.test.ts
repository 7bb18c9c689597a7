import { expect, it } from 'vitest';
import { giveNonceToStyles } from '../../../renderer/platform/style-nonce';

it('style elements that a script makes carry the nonce of the page; other elements and markup do not', () => {
  const page = document.implementation.createHTMLDocument();
  page.head.innerHTML = '<meta name="csp-nonce" content="n0nce">';
  giveNonceToStyles(page);
  expect(page.createElement('style').nonce).toBe('n0nce');
  expect(page.createElement('div').nonce).toBe('');
  expect(page.createElement('div').tagName).toBe('DIV');
  const holder = page.createElement('div');
  holder.innerHTML = '<style>p{}</style>';
  expect(holder.querySelector('style')?.nonce).toBe('');
});
