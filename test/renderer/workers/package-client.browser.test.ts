import { expect, it } from 'vitest';
import { buildPackage, openPackage } from '../../../renderer/workers/package-client';
import { WorkerLine } from '../../../renderer/workers/worker-line';
import { hex } from '../../../shared/basics/sha256';
import { sampleClass } from '../../shared/documents/sample-class';
import { sampleRecord } from '../../shared/package/sample-record';

it('在浏览器里生成材料包：有进度，摘要相符，读得回来；改一个字节就拒绝', { timeout: 60_000 }, async () => {
  const seen: string[] = [];
  const made = await buildPackage(sampleRecord(sampleClass(12)), {
    onProgress: (done, of) => seen.push(`${done}/${of}`),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { bytes, digest, size } = made.value;
  expect(bytes.length).toBe(size);
  expect(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))).toBe(digest);
  expect(seen[0]).toBe('1/8');
  expect(seen.at(-1)).toBe('8/8');
  const opened = await openPackage(bytes);
  expect(opened).toMatchObject({ ok: true, value: { index: { number: 'JC-BS-2026-3' }, notices: [] } });
  const bent = bytes.slice();
  bent[bytes.length >> 1]! ^= 1;
  expect(await openPackage(bent)).toMatchObject({ ok: false, error: { code: 'package-damaged' } });
});

it('取消：已经取消的不开始，进行中的立刻停下', { timeout: 60_000 }, async () => {
  const cancelled = { ok: false, error: { code: 'print-cancelled' } };
  expect(await buildPackage(sampleRecord(sampleClass(3)), { signal: AbortSignal.abort() })).toMatchObject(cancelled);
  const stop = new AbortController();
  const running = buildPackage(sampleRecord(sampleClass(12)), {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(await running).toMatchObject(cancelled);
});

it('装不起来的工作线程是错误，不是永远等待；下一件事用新的', { timeout: 30_000 }, async () => {
  let started = 0;
  const line = new WorkerLine<{ answer(): number }>(() => {
    started += 1;
    const source =
      started === 1
        ? 'throw new Error("cannot start")'
        : 'onmessage = ({ data }) => postMessage({ id: data.id, type: "RAW", value: 42 })';
    return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
  });
  await expect(line.run((api) => api.answer())).rejects.toThrow(/cannot start/);
  expect(await line.run((api) => api.answer())).toBe(42);
  expect(started).toBe(2);
});
