import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConflictsPanel } from '../../../../renderer/features/journal/conflicts-panel';
import type { DataStore } from '../../../../renderer/data/data-store';
import { changed, classChanges, made, markRecord, personRecord } from '../../../fakes/class-records';
import { MemoryBridge } from '../../../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../../../fakes/open-test-store';
import { otherJournal } from '../../../fakes/other-journal';
import { saveChanges } from '../../../fakes/save-changes';
import { showPage } from '../../../fakes/show-page';

let bridge: MemoryBridge;
let store: DataStore;
let close: () => void = () => undefined;

beforeEach(async () => {
  await deleteRows();
  bridge = new MemoryBridge();
  store = await openTestStore(bridge);
});
afterEach(async () => {
  close();
  await store.close();
  await deleteRows();
});

describe('两台电脑各改过一次', () => {
  test('留痕页列出记录和两边的值：姓名与考勤；没有冲突时什么也不显示', async () => {
    await saveChanges(store, 'roster.import', classChanges('a', 3, 2));
    await store.close();
    const other = await otherJournal(bridge, { deviceId: 'device-z', operator: () => '班主任' });
    await other.append({ kind: 'attendance.mark', changes: [made('marks', markRecord('a', 0, 0))] });
    store = await openTestStore(bridge);
    close = showPage(store, <ConflictsPanel />);
    await store.settled();
    expect(document.body.textContent).not.toContain('两台电脑');
    close();
    const was = personRecord(1);
    await saveChanges(store, 'person.edit', [changed('persons', was, { ...was, name: '欧阳娜' })]);
    await saveChanges(store, 'attendance.mark', [made('marks', markRecord('a', 0, 2))]);
    await store.close();
    // The other device has not read these two, and goes on in its own copy.
    await other.append({ kind: 'person.edit', changes: [changed('persons', was, { ...was, name: '欧阳丽' })] });
    await other.append({
      kind: 'attendance.mark',
      changes: [made('marks', markRecord('a', 0, 2, { kind: 'absent' }))],
    });
    store = await openTestStore(bridge);
    close = showPage(store, <ConflictsPanel />);
    await expect.element(page.getByText('2 条记录在两台电脑上各改过一次，内容不同')).toBeVisible();
    await expect.element(page.getByText('欧阳娜').first()).toBeVisible();
    await expect.element(page.getByText('欧阳丽').first()).toBeVisible();
    const cells = [...document.querySelectorAll('td')].map(({ textContent }) => textContent.trim().slice(0, 1));
    expect(cells).toEqual(expect.arrayContaining(['√', '缺']));
  });
});
