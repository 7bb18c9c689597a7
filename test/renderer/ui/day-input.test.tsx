import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { day, type Day } from '../../../shared/basics/day';
import { DayInput } from '../../../renderer/ui/day-input';
import type { Typed } from '../../../renderer/ui/typed-value';
import { render, type } from './render';

function Field({ onChange }: { readonly onChange: (value: Typed<Day>) => void }) {
  const [value, setValue] = useState<Typed<Day>>(null);
  return (
    <DayInput
      label="发证日期"
      today={day('2026-03-16')}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe('日期框', () => {
  it('读得出的写法给出日期', async () => {
    const change = vi.fn();
    const host = await render(<Field onChange={change} />);
    await type(host.querySelector('input')!, '20200310');
    expect(change).toHaveBeenLastCalledWith('2020-03-10');
    await type(host.querySelector('input')!, '5.1');
    expect(change).toHaveBeenLastCalledWith('2026-05-01');
  });

  it('读不出的文字留在框里并标为错误，不会当作空白', async () => {
    const change = vi.fn();
    const host = await render(<Field onChange={change} />);
    const input = host.querySelector('input')!;
    await type(input, '2023-2-29');
    expect(change).toHaveBeenLastCalledWith({ unreadable: '2023-2-29' });
    expect(input.value).toBe('2023-2-29');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('清空就是没有日期', async () => {
    const change = vi.fn();
    const host = await render(<Field onChange={change} />);
    await type(host.querySelector('input')!, '2026-3-1');
    await type(host.querySelector('input')!, '');
    expect(change).toHaveBeenLastCalledWith(null);
  });
});
