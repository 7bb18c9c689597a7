import { describe, expect, it } from 'vitest';
import { comparePosts, POST_CODES, postFamily, postTitle, resolvePost } from '../../../shared/regulation/posts';
import { rulesetFor } from '../../../shared/regulation/rulesets';

const annual = rulesetFor('annual');
const exchange = rulesetFor('exchange');

describe('岗位', () => {
  it('十三个岗位的名称原样可认，不算别名', () => {
    expect(POST_CODES).toHaveLength(13);
    for (const post of POST_CODES) expect(resolvePost(annual, postTitle(post))).toEqual({ post, alias: false });
  });

  it.each([
    ['质检员（土建）', '106'],
    ['市政施工员', '104'],
    ['施工员(土建)', '101'],
    ['施工员（土建方向）', '101'],
    ['土建方向施工员', '101'],
    ['施工员-设备安装', '103'],
    ['装修装饰施工员', '102'],
    ['施工员（装饰装修）', '102'],
    ['装饰质量员', '107'],
    ['市政质检员', '109'],
    ['安装施工员', '103'],
    ['101', '101'],
    ['114 资料员', '114'],
    ['土建工程施工员', '101'],
    ['装饰装修工程质量员', '107'],
    ['设备安装工程施工员', '103'],
    ['土建施工员（101）', '101'],
    ['(101)土建施工员', '101'],
    ['施工员【土建】', '101'],
    ['施工员：土建', '101'],
    ['市政类质量员', '109'],
    ['（土建）施工员', '101'],
    ['【市政】质检员', '109'],
    ['施工员〔土建〕', '101'],
    ['资料员岗位', '114'],
  ])('%s 认作 %s', (text, post) => {
    expect(resolvePost(annual, text)).toEqual({ post, alias: true });
  });

  it.each([['　土建 施工员 '], ['土建施工员\n']])('空格不算别名：%j', (text) => {
    expect(resolvePost(annual, text)).toEqual({ post: '101', alias: false });
  });

  it.each([
    ['安全员'],
    [''],
    ['施工'],
    ['土建材料员'],
    ['施工员（）'],
    ['999'],
    ['建筑施工员'],
    ['102土建施工员'],
    ['土建施工员（102）'],
    ['1010'],
  ])('%j 不是岗位', (text) => {
    expect(resolvePost(annual, text)).toBeNull();
    expect(resolvePost(exchange, text)).toBeNull();
  });

  it('只写大类：年度要具体岗位，换证可以', () => {
    expect(resolvePost(annual, '施工员')).toBeNull();
    expect(resolvePost(exchange, '施工员')).toEqual({ post: '施工员', alias: false });
    expect(resolvePost(exchange, '质检员')).toEqual({ post: '质量员', alias: true });
    expect(resolvePost(exchange, '材料员')).toEqual({ post: '111', alias: false });
    expect(resolvePost(exchange, '土建施工员')).toEqual({ post: '101', alias: false });
  });

  it('大类', () => {
    expect(POST_CODES.map(postFamily)).toEqual([
      '施工员',
      '施工员',
      '施工员',
      '施工员',
      '质量员',
      '质量员',
      '质量员',
      '质量员',
      '材料员',
      '机械员',
      '劳务员',
      '资料员',
      '标准员',
    ]);
    expect(postFamily('安全员')).toBe('安全员');
    expect([
      comparePosts('101', '101'),
      comparePosts('101', '103'),
      comparePosts('101', '施工员'),
      comparePosts('111', '材料员'),
      comparePosts('106', '施工员'),
    ]).toEqual(['same', 'different', 'unclear', 'same', 'different']);
  });
});
