import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { isAppUrl } from '../../../electron/main/app-origin';
import { denyEverything, isTrustedSender, lockDownContents, mayLoad } from '../../../electron/main/security';

describe('our own addresses', () => {
  it.each(['app://xueshibu/', 'app://xueshibu/index.html?x#y'])('%s is ours', (url) =>
    expect(isAppUrl(url)).toBe(true),
  );
  it.each([
    'app://other/',
    'app://xueshibu.evil/',
    'https://xueshibu/',
    'file:///etc/passwd',
    'apps://xueshibu/',
    'javascript:1',
    '',
  ])('%s is not', (url) => expect(isAppUrl(url)).toBe(false));
  it('only our files and what the page made itself may be loaded', () => {
    expect(['app://xueshibu/a.js', 'blob:app://xueshibu/1', 'data:image/png;base64,'].map(mayLoad)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['https://example.com/', 'http://127.0.0.1/', 'ws://x/', 'file:///x', 'ftp://x/'].map(mayLoad)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('who may call', () => {
  const frame = (url: string, parent: unknown = null) =>
    ({ senderFrame: { url, parent } }) as unknown as Parameters<typeof isTrustedSender>[0];
  it('the top frame of our own page', () => expect(isTrustedSender(frame('app://xueshibu/index.html'))).toBe(true));
  it('no other page', () => expect(isTrustedSender(frame('https://example.com/'))).toBe(false));
  it('no frame inside our page', () => expect(isTrustedSender(frame('app://xueshibu/', {}))).toBe(false));
  it('no frame that is gone', () => expect(isTrustedSender({ senderFrame: null })).toBe(false));
});

describe('a page of the program', () => {
  function lockedContents() {
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
    lockDownContents(contents as unknown as WebContents);
    return contents;
  }
  const navigation = (url: string, isMainFrame = true) => ({ url, isMainFrame, preventDefault: vi.fn() });

  it.each(['will-navigate', 'will-frame-navigate'])('%s away is prevented, inside it is not', (name) => {
    const contents = lockedContents();
    const [away, inside] = [navigation('https://example.com/'), navigation('app://xueshibu/index.html')];
    contents.emit(name, away);
    contents.emit(name, inside);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(inside.preventDefault).not.toHaveBeenCalled();
  });
  it('a PDF preview may show its blob in a frame, but never in place of the page', () => {
    const contents = lockedContents();
    const [preview, page] = [navigation('blob:app://xueshibu/1', false), navigation('blob:app://xueshibu/1')];
    contents.emit('will-frame-navigate', preview);
    contents.emit('will-frame-navigate', page);
    expect(preview.preventDefault).not.toHaveBeenCalled();
    expect(page.preventDefault).toHaveBeenCalledOnce();
  });
  it('opens no window and holds no webview', () => {
    const contents = lockedContents();
    expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
    const webview = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', webview);
    expect(webview.preventDefault).toHaveBeenCalledOnce();
  });
});

describe('permissions', () => {
  function deniedSession() {
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      webRequest: { onBeforeRequest: vi.fn() },
    };
    denyEverything(session as unknown as Session);
    return session;
  }
  const ask = (permission: string, url: string): boolean => {
    const session = deniedSession();
    const granted = vi.fn();
    session.setPermissionRequestHandler.mock.calls[0]?.[0]({ getURL: () => url }, permission, granted);
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0](null, permission, url)).toBe(
      granted.mock.calls[0]?.[0],
    );
    return granted.mock.calls[0]?.[0];
  };
  it.each(['persistent-storage', 'clipboard-sanitized-write'])('%s for our page', (permission) => {
    expect(ask(permission, 'app://xueshibu/index.html')).toBe(true);
    expect(ask(permission, 'https://example.com/')).toBe(false);
  });
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'hid', 'usb'])(
    'never %s',
    (permission) => expect(ask(permission, 'app://xueshibu/index.html')).toBe(false),
  );
  it('no device, no request elsewhere', () => {
    const session = deniedSession();
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false);
    const answer = vi.fn();
    session.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url: 'https://example.com/x' }, answer);
    session.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url: 'app://xueshibu/x.js' }, answer);
    expect(answer.mock.calls.map(([result]) => result)).toEqual([{ cancel: true }, { cancel: false }]);
  });
});
