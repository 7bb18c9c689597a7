import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useQuiet } from '../../../renderer/ui/use-quiet';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function Probe({ value, quiet }: { readonly value: string | undefined; readonly quiet: number }) {
  return useQuiet(value, quiet) ?? '无';
}

describe('等安静了才跟上的值', () => {
  let host: HTMLElement;
  let root: Root;
  const show = (value: string | undefined, quiet: number): string => {
    act(() => root.render(<Probe value={value} quiet={quiet} />));
    return host.textContent ?? '';
  };
  const wait = (ms: number): string => {
    act(() => void vi.advanceTimersByTime(ms));
    return host.textContent ?? '';
  };
  beforeEach(() => {
    vi.useFakeTimers();
    host = document.createElement('div');
    root = createRoot(host);
  });
  afterEach(() => {
    act(() => root.unmount());
    vi.useRealTimers();
  });

  it('第一个值马上显示，以后的值等停下来再显示最后一个', () => {
    expect(show(undefined, 600)).toBe('无');
    expect(show('一', 600)).toBe('一');
    expect(wait(0)).toBe('一');
    expect(show('二', 600)).toBe('一');
    expect(wait(500)).toBe('一');
    expect(show('三', 600)).toBe('一');
    expect(wait(500)).toBe('一');
    expect(wait(100)).toBe('三');
  });

  it('不等待时每个值都马上显示', () => {
    expect(show('一', 0)).toBe('一');
    expect(show('二', 0)).toBe('二');
  });
});
