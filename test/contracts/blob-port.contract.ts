import { beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../shared/basics/sha256';
import type { BlobPort } from '../../shared/journal/journal-port';

/** SHA-256 of 'abc' and of nothing (FIPS 180-4 examples). */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A blob store to test, the same opened anew, and the disk rotting under one blob. */
export interface BlobsUnderTest {
  readonly port: BlobPort;
  reopen(): Promise<BlobPort>;
  flipBit(digest: Digest): Promise<void>;
}

/** What every BlobPort must do, whatever it stands on. */
export function blobPortContract(name: string, create: () => Promise<BlobsUnderTest>): void {
  describe(`blob port: ${name}`, () => {
    let blobs: BlobsUnderTest;
    let port: BlobPort;
    beforeEach(async () => {
      blobs = await create();
      port = blobs.port;
    });

    it('names a blob by its SHA-256 and gives the same bytes back, also in the next run', async () => {
      expect(await port.put(bytes('abc'))).toBe(ABC);
      expect(await port.get(ABC)).toEqual(bytes('abc'));
      expect(await (await blobs.reopen()).get(ABC)).toEqual(bytes('abc'));
    });

    it('keeps an empty blob', async () => {
      expect(await port.put(new Uint8Array(0))).toBe(NOTHING);
      expect((await port.get(NOTHING))?.length).toBe(0);
    });

    it('keeps the same bytes once', async () => {
      await Promise.all([port.put(bytes('abc')), port.put(bytes('abc'))]);
      await (await blobs.reopen()).put(bytes('abc'));
      expect(await port.list()).toEqual([{ digest: ABC, size: 3 }]);
    });

    it('lists all, sorted by digest', async () => {
      await port.put(bytes('abc'));
      await port.put(new Uint8Array(0));
      expect(await port.list()).toEqual([
        { digest: ABC, size: 3 },
        { digest: NOTHING, size: 0 },
      ]);
    });

    it('gives null for a blob that is not there and for what is no digest', async () => {
      expect(await port.get(ABC)).toBeNull();
      expect(await port.get('../secret')).toBeNull();
      expect(await port.list()).toEqual([]);
    });

    it('never gives damaged bytes, and mends them when the same are stored again', async () => {
      await port.put(bytes('abc'));
      await blobs.flipBit(ABC);
      expect(await port.get(ABC)).toBeNull();
      expect(await (await blobs.reopen()).put(bytes('abc'))).toBe(ABC);
      expect(await port.get(ABC)).toEqual(bytes('abc'));
    });

    it('takes large blobs', async () => {
      const large = Uint8Array.from({ length: 5_000_000 }, (_, i) => i % 241);
      const digest = await port.put(large);
      const found = await port.get(digest);
      expect(found?.length).toBe(large.length);
      expect(found?.every((byte, i) => byte === large[i])).toBe(true);
    });
  });
}
