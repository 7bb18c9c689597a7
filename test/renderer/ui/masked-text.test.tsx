import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MaskedText } from '../../../renderer/ui/masked-text';
import { click, render } from './render';

describe('遮盖的号码', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const field = (full: string, reveal = vi.fn(() => full)) => ({
    reveal,
    node: <MaskedText masked={`****${full.slice(-4)}`} what="证件号码" reveal={reveal} />,
  });

  it('平时只显示遮盖后的文字，点开才取完整号码', async () => {
    const one = field('420199199001010012');
    const host = await render(one.node);
    expect(host.textContent).not.toContain('420199199001010012');
    expect(one.reveal).not.toHaveBeenCalled();
    await click(host.querySelector('button')!);
    expect(host.textContent).toContain('420199199001010012');
    expect(one.reveal).toHaveBeenCalledOnce();
  });

  it('三十秒后自动遮盖，二十九秒时还在', async () => {
    const host = await render(field('420199199001010012').node);
    await click(host.querySelector('button')!);
    await act(async () => void vi.advanceTimersByTime(29_000));
    expect(host.textContent).toContain('420199199001010012');
    await act(async () => void vi.advanceTimersByTime(1_000));
    expect(host.textContent).not.toContain('420199199001010012');
  });

  it('同时只有一个号码是显示的', async () => {
    const host = await render(
      <>
        {field('420199199001010012').node}
        {field('420199199202020027').node}
      </>,
    );
    const [first, second] = host.querySelectorAll('button');
    await click(first!);
    await click(second!);
    expect(host.textContent).not.toContain('420199199001010012');
    expect(host.textContent).toContain('420199199202020027');
  });
});
