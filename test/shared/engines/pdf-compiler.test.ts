import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fontCoverage, missingGlyphs } from '../../../shared/engines/font-coverage';
import { withFixedFunctions } from '../../../shared/engines/fixed-functions';
import { PdfError, type PdfCompiler } from '../../../shared/engines/pdf-compiler';
import { fontBytes, nodePdfCompiler } from '../documents/pdf-engine';

const RARE = ['㛃', '𬱖', '䶮'] as const;
const NOWHERE = '𰻝';

let compiler: PdfCompiler;
let folder: string;
beforeAll(async () => {
  compiler = await nodePdfCompiler();
  folder = mkdtempSync(path.join(tmpdir(), 'xsb-pdf-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const page = (weight: string) => ({
  name: 'one-character',
  version: 1,
  source: `#set document(date: none)
#set page(width: 40mm, height: 40mm, margin: 5mm)
#set text(font: "Noto Serif SC", size: 60pt, weight: "${weight}", lang: "zh")
#for (i, text) in cbor("/data.cbor").enumerate() { if i > 0 { pagebreak() }; text }`,
});

/** The grey pixels of every page, without the file's header. */
function pixelsOf(pdf: Uint8Array): readonly string[] {
  const file = path.join(folder, 'pixels.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', '72', '-gray', file, path.join(folder, 'pixels')]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
    .map((name) => readFileSync(path.join(folder, name)).toString('latin1').slice(15));
}

describe('生僻字', () => {
  it.each(['regular', 'bold'])('㛃 𬱖 䶮 印出的是字，不是缺字框（%s）', (weight) => {
    const pages = pixelsOf(compiler.compile(page(weight), [...RARE, '国', NOWHERE, '']));
    expect(pages.length).toBe(6);
    const [box, blank] = [pages[4]!, pages[5]!];
    expect(box).not.toBe(blank);
    for (const drawn of pages.slice(0, 4)) {
      expect(drawn).not.toBe(box);
      expect(drawn).not.toBe(blank);
    }
    expect(new Set(pages).size).toBe(6);
  });

  it('从 PDF 里复制出来还是原来的字', () => {
    const file = path.join(folder, 'text.pdf');
    writeFileSync(file, compiler.compile(page('bold'), [...RARE]));
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    for (const character of RARE) expect(text).toContain(character);
  });

  it('没有字形的字事先说得出；看不见的变体选择符不算', () => {
    expect(compiler.missing(['陈𰻝', '李㛃', '龚䶮', '欧阳𬱖', 'A·b 1—“”（）：，。《》'])).toEqual([
      { character: NOWHERE, text: '陈𰻝' },
    ]);
    expect(compiler.missing(['葛\u{e0100}'])).toEqual([]);
    expect(compiler.missing(['𰻝𰻝'])).toHaveLength(1);
    expect(compiler.missing(['\u202e甲']).map(({ character }) => character)).toEqual(['\u202e']);
  });

  it('后备字体补上的不算缺；两种粗细都要有', () => {
    const only = (...characters: string[]) => ({
      has: (codePoint: number) => characters.some((c) => c.codePointAt(0) === codePoint),
    });
    expect(missingGlyphs({ main: [only('a', 'b'), only('a')], fallback: [] }, ['ab'])).toEqual([
      { character: 'b', text: 'ab' },
    ]);
    expect(missingGlyphs({ main: [only('a', 'b'), only('a')], fallback: [only('b')] }, ['ab'])).toEqual([]);
  });
});

describe('字体的字符表', () => {
  it('与 GB 18030-2022 二级的样本一致', () => {
    const coverage = fontCoverage(fontBytes('400Regular'));
    for (const character of '一龥㐀䶵𠅤学时证明ABCxyz0189·—“”')
      expect(coverage.has(character.codePointAt(0)!), character).toBe(true);
    for (const codePoint of [0x30edd, 0x0, 0xe000, 0x10ffff])
      expect(coverage.has(codePoint), codePoint.toString(16)).toBe(false);
  });
  it('不是字体就不收', () => {
    expect(() => fontCoverage(new Uint8Array(100))).toThrow(/font/);
    expect(() => fontCoverage(new Uint8Array(3))).toThrow(/font/);
  });
});

describe('排版引擎', () => {
  it('同样的内容两次的字节相同', async () => {
    const first = compiler.compile(page('bold'), ['甲', '乙']);
    expect(compiler.compile(page('bold'), ['甲', '乙'])).toEqual(first);
    expect((await nodePdfCompiler()).compile(page('bold'), ['甲', '乙'])).toEqual(first);
  });

  it('数据永远是数据：名字里的标记、反斜线、引号照原样印', () => {
    const file = path.join(folder, 'marks.pdf');
    const names = ['#panic()', '*粗*', '_x_', '$1$', '\\"', '<b>', '//注'];
    writeFileSync(
      file,
      compiler.compile({ ...page('regular'), source: page('regular').source.replace('60pt', '9pt') }, names),
    );
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    for (const name of names) expect(text).toContain(name);
  });

  it('模板的错误是 PdfError，写明在哪里；引擎还能用', () => {
    const wrong = { name: 'wrong', version: 1, source: '#nothing-of-that-name' };
    expect(() => compiler.compile(wrong, null)).toThrow(PdfError);
    expect(() => compiler.compile(wrong, null)).toThrow(/unknown variable/);
    expect(compiler.compile(page('regular'), ['甲']).length).toBeGreaterThan(1000);
    expect(compiler.spent).toBe(false);
  });

  it('模板拿不到没有给它的文件，也拿不到网上的包', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const source of ['#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', '#image("/x.png")']) {
      expect(() => compiler.compile({ name: 'reach', version: 1, source }, null), source).toThrow(PdfError);
    }
    expect(String(said.mock.calls)).toContain('a file that it was not given');
    said.mockRestore();
  });

  it('一次不超过 500 页；满 5,000 页要换新的', async () => {
    expect(() => compiler.compile(page('regular'), [], 501)).toThrow(RangeError);
    const other = await nodePdfCompiler();
    for (let i = 0; i < 10; i++) {
      expect(other.spent).toBe(false);
      other.compile(page('regular'), ['甲'], 500);
    }
    expect(other.spent).toBe(true);
  });
});

/** What the compiler's glue does. */
const fromText = (...parts: string[]): (() => unknown) =>
  Reflect.construct(globalThis.Function, parts) as () => unknown;

/** What a minifier makes of it. */
const called = (...parts: string[]): (() => unknown) =>
  Reflect.apply(globalThis.Function, undefined, parts) as () => unknown;

describe('从文字造函数', () => {
  it('只给认识的五个，之后一切照旧', () => {
    const before = globalThis.Function;
    const made = withFixedFunctions(() => {
      expect(() => fromText('return process')).toThrow(EvalError);
      expect(() => called('return process')).toThrow(EvalError);
      expect(called('return 0')()).toBe(0);
      return fromText('return true');
    });
    expect(made()).toBe(true);
    expect(() => withFixedFunctions(() => fromText('a', 'return a'))).toThrow(EvalError);
    expect(globalThis.Function).toBe(before);
    expect(fromText('return 7')()).toBe(7);
  });
});
