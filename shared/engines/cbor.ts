import type { PageValue } from '../basics/pdf';

const TEXT = 3;
const BYTES = 2;
const LIST = 4;
const MAP = 5;

/** A value in CBOR (RFC 8949, definite lengths, members in the object's own order). Integers up to 32 bits, else doubles. */
export function cbor(value: PageValue): Uint8Array<ArrayBuffer> {
  const writer = new CborWriter();
  writer.value(value);
  return writer.bytes();
}

class CborWriter {
  private buffer = new Uint8Array(4096);
  private length = 0;

  value(value: PageValue): void {
    if (value === null) this.byte(0xf6);
    else if (typeof value === 'boolean') this.byte(value ? 0xf5 : 0xf4);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'string') this.string(TEXT, new TextEncoder().encode(value));
    else if (value instanceof Uint8Array) this.string(BYTES, value);
    else if (isList(value)) {
      this.head(LIST, value.length);
      for (const item of value) this.value(item);
    } else {
      const members = Object.entries(value).filter(
        (member): member is [string, PageValue] => member[1] !== undefined,
      );
      this.head(MAP, members.length);
      for (const [key, member] of members) {
        this.value(key);
        this.value(member);
      }
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 32) {
      if (value < 0) this.head(1, -value - 1);
      else this.head(0, value);
      return;
    }
    const double = new Uint8Array(8);
    new DataView(double.buffer).setFloat64(0, value);
    this.byte(0xfb);
    this.raw(double);
  }

  private string(major: number, bytes: Uint8Array): void {
    this.head(major, bytes.length);
    this.raw(bytes);
  }

  /** Major type and argument, in the shortest of the 1, 2, 3 and 5 byte forms. */
  private head(major: number, argument: number): void {
    if (argument < 24) this.byte((major << 5) | argument);
    else if (argument < 0x100) this.raw(Uint8Array.of((major << 5) | 24, argument));
    else if (argument < 0x10000) this.raw(Uint8Array.of((major << 5) | 25, argument >> 8, argument));
    else this.raw(Uint8Array.of((major << 5) | 26, argument >>> 24, argument >>> 16, argument >>> 8, argument));
  }

  private byte(byte: number): void {
    this.raw(Uint8Array.of(byte));
  }

  private raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + bytes.length));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }
}

const isList = (value: PageValue): value is readonly PageValue[] => Array.isArray(value);
