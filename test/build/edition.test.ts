import { describe, expect, it, vi } from 'vitest';
import { chooseEdition } from '../../build/edition.mjs';

/** A Linux desktop with a network where Electron is not there yet. */
const machine = () => ({
  flags: [] as string[],
  platform: 'linux',
  env: { DISPLAY: ':0' } as Record<string, string>,
  isRoot: false,
  binary: vi.fn<() => string | null>(() => null),
  fetch: vi.fn(async () => false),
});

describe('npm start', () => {
  it('starts the desktop edition where Electron is there', async () => {
    const at = { ...machine(), binary: () => '/e/electron' };
    expect(await chooseEdition(at)).toEqual({ kind: 'desktop', binary: '/e/electron' });
    expect(at.fetch).not.toHaveBeenCalled();
  });

  it('fetches Electron where it is not there', async () => {
    const at = machine();
    at.binary.mockReturnValueOnce(null).mockReturnValueOnce('/e/electron');
    at.fetch.mockResolvedValue(true);
    expect(await chooseEdition(at)).toEqual({ kind: 'desktop', binary: '/e/electron' });
  });

  it('says why it is the browser edition when Electron cannot be fetched', async () => {
    const chosen = await chooseEdition(machine());
    expect(chosen).toMatchObject({ kind: 'browser', reason: expect.stringContaining('ELECTRON_MIRROR') });
  });

  it.each([
    ['--browser was asked for', { flags: ['--browser'] }, '--browser'],
    ['there is no graphical desktop', { env: {} }, 'DISPLAY'],
    ['the user is root', { isRoot: true }, 'root'],
  ])('downloads nothing when %s', async (_why, change, word) => {
    const at = { ...machine(), ...change };
    expect(await chooseEdition(at)).toMatchObject({ kind: 'browser', reason: expect.stringContaining(word) });
    expect(at.binary).not.toHaveBeenCalled();
    expect(at.fetch).not.toHaveBeenCalled();
  });

  it('Wayland is a desktop too, and Windows needs no DISPLAY', async () => {
    const binary = () => '/e/electron';
    expect((await chooseEdition({ ...machine(), env: { WAYLAND_DISPLAY: 'wayland-0' }, binary })).kind).toBe(
      'desktop',
    );
    expect((await chooseEdition({ ...machine(), env: {}, platform: 'win32', binary })).kind).toBe('desktop');
  });
});
