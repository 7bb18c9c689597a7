import { expose } from 'comlink';
import { expect, it } from 'vitest';
import { WorkerLine } from '../../../renderer/workers/worker-line';

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A worker that says it is at 1 before its result and at 2 after it. */
const late = {
  work: async (tell: (at: number) => void): Promise<string> => {
    tell(1);
    await later(20);
    setTimeout(() => tell(2), 20);
    return 'done';
  },
};

it('工作线程的进度比结果晚到：结果之后的进度不再理会，界面不会停在“正在读取”', async () => {
  const { port1, port2 } = new MessageChannel();
  expose(late, port2);
  const line = new WorkerLine<typeof late>(
    () => Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker,
  );
  const heard: number[] = [];
  const result = await line.run(async (api, whileRunning) => api.work(whileRunning((at: number) => heard.push(at))));
  expect(result).toBe('done');
  await later(100);
  expect(heard).toEqual([1]);
  line.drop();
  port2.close();
});
