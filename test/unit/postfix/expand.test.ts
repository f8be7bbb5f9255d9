import assert from 'node:assert/strict';
import { expandValue } from '../../../core/values/expand';

const names: Readonly<Record<string, string>> = {
  a: 'one',
  b: 'x $a y',
  empty: '',
  loop: '$loop',
  far: '$near',
  near: '${far}',
  level: '3.6',
};

function expanded(value: string): string {
  const found = expandValue(value, (name) => names[name]);
  return typeof found === 'string' ? `!${found}` : found.text;
}

describe('values with their names put in', () => {
  it('puts in names, nested and in every form', () => {
    assert.equal(expanded('$a.${a}$(a) ${b} $$a $none|'), 'one.oneone x one y $a |');
  });

  it('chooses by whether a name has a value', () => {
    assert.equal(expanded('${a?yes}${empty?yes}${none?yes}'), 'yes');
    assert.equal(expanded('${a:no}${empty:no}${none:{no $a}}'), 'nono one');
    assert.equal(expanded('${a?{yes}:{no}} ${empty ? {yes} : {no $a}}'), 'yes no one');
  });

  it('compares numbers, texts and levels', () => {
    assert.equal(expanded('${{10} > {9} ? {yes} : {no}} ${{b} < {a} ? {yes} : {no}}'), 'yes no');
    assert.equal(expanded('${{$level} <level {3.10} ? {older} : {newer}}'), 'older');
    assert.equal(expanded('${{$level} >=level {3.6} ? {yes}}${{$a} != {one} ? {no}}'), 'yes');
  });

  it('gives up on circles, on what cannot be read, and on what never ends', () => {
    assert.equal(expanded('$loop'), '!circular');
    assert.equal(expanded('a $far'), '!circular');
    assert.equal(expanded('${a'), '!unreadable');
    assert.equal(expanded('$ '), '!unreadable');
    assert.equal(expanded('${{a} ~ {b} ? {c}}'), '!unreadable');
    const doubling = expandValue(
      '$n0',
      (name) => `$n${Number(name.slice(1)) + 1}$n${Number(name.slice(1)) + 1}`,
    );
    assert.ok(doubling === 'too-long' || doubling === 'circular');
    assert.equal(
      expandValue('${'.repeat(50_000), () => undefined),
      'unreadable',
    );
  });
});
