import type { DesktopBridge } from '../../shared/bridge';
import type { ExposedBridge } from '../../shared/bridge-channels';
import { createBrowserBridge } from './browser-bridge';
import { createDesktopBridge } from './desktop-bridge';
import { giveNonceToStyles } from './style-nonce';

declare global {
  interface Window {
    /** Put there by the preload of the desktop edition; nothing else in the renderer looks at it. */
    readonly desktop?: ExposedBridge;
  }
}

giveNonceToStyles(document);

/** The machine that this page runs on: the desktop's bridge where there is one, the browser's own abilities otherwise. */
export const platform: DesktopBridge =
  window.desktop === undefined ? createBrowserBridge() : createDesktopBridge(window.desktop);
