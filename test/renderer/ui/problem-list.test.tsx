import { describe, expect, it, vi } from 'vitest';
import { problem, problemText } from '../../../shared/problems/catalogue';
import { ProblemList } from '../../../renderer/ui/problem-list';
import { click, render } from './render';

describe('问题列表', () => {
  const error = problem('field-missing', { field: '机构名称' });
  const info = problem('nothing-changed');

  it('每条是完整的句子加下一步，错误排在说明前面', async () => {
    const host = await render(<ProblemList problems={[info, error]} />);
    const items = [...host.querySelectorAll('li')].map((li) => li.textContent);
    expect(items[0]).toContain(problemText(error).sentence);
    expect(items[0]).toContain(problemText(error).next);
    expect(items[1]).toContain(problemText(info).sentence);
  });

  it('没有问题时什么也不显示', async () => {
    const host = await render(<ProblemList problems={[]} />);
    expect(host.querySelector('ul')).toBeNull();
  });

  it('能直接做的下一步是一个按钮', async () => {
    const run = vi.fn();
    const host = await render(<ProblemList problems={[error]} action={() => ({ label: '去填写', run })} />);
    await click(host.querySelector('button')!);
    expect(run).toHaveBeenCalledOnce();
  });
});
