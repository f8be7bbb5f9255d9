import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed, complaints, prefilled, type Answers } from '../../../core/generator/form';
import { FORMS, withPlainForms } from '../../../core/generator/forms';
import { defineRecord } from '../../../core/records/definition';
import type { LabelledKind } from '../../../core/records/labelled';
import { render } from '../../../core/text/message';

const both = (text: string) => ({ en: text, ja: `${text}(日本語)` });
const word = (value: string) => ({ value, meaning: both(`does ${value}`) });
const tag = (name: string, documentation: string) => ({
  name,
  title: both(`The ${name}`),
  documentation: { en: documentation, ja: '一文目です。二文目です。' },
  reference: 'RFC 0 §1',
});

/** A record of which nobody wrote a form. */
const MADE_UP: LabelledKind = {
  labels: ['_made', '_up'],
  definition: defineRecord({
    kind: 'made-up',
    title: both('Made-up record'),
    version: { tag: 'v', value: 'MADEUPv1' },
    tags: [
      { ...tag('v', 'The version.'), value: { type: 'keyword', keywords: [word('MADEUPv1')] } },
      {
        ...tag('m', 'What to do. More follows.'),
        value: { type: 'keyword', keywords: [word('soft'), word('hard')] },
        need: 'required',
      },
      { ...tag('o', 'Whether so.'), value: { type: 'keyword', keywords: [word('y'), word('n')] } },
      {
        ...tag('d', 'With a default.'),
        value: { type: 'keyword', keywords: [word('on'), word('off')] },
        default: 'on',
      },
      {
        ...tag('l', 'Several words.'),
        value: { type: 'keyword-list', keywords: [word('a'), word('b')], separator: ':', exclusive: [] },
      },
      { ...tag('n', 'A number.'), value: { type: 'integer', least: 1, most: 99 } },
      { ...tag('rua', 'Who is told.'), value: { type: 'report-uris' }, need: 'required' },
      { ...tag('u', 'Where it lies.'), value: { type: 'https-uri' } },
      { ...tag('x', 'Letters.'), value: { type: 'text', form: /^[a-z]+$/ } },
      { ...tag('old', 'Nobody writes it any more.'), value: { type: 'text' }, need: 'historic' },
    ],
    reference: 'RFC 0',
  }),
};

const forms = withPlainForms(FORMS, [MADE_UP]);
const form = forms['made-up']!({ domain: 'example.com' });
const textOf = (answers: Answers): string => form.generate(completed(form, answers)).records[0]!.value;

describe('a record type without a form file', () => {
  it('has a form all the same, beside the others, which stay as they are', () => {
    assert.deepEqual(Object.keys(forms), [...Object.keys(FORMS), 'made-up']);
    assert.equal(form.kind, 'made-up');
    for (const kind of Object.keys(FORMS)) assert.equal(forms[kind], FORMS[kind]);
  });

  it('asks one question a tag that is written today, in the first sentence of its documentation', () => {
    assert.deepEqual(
      form.questions.map(({ key, kind }) => `${key} ${kind}`),
      [
        'domain text',
        'm choice',
        'o choice',
        'd choice',
        'l choices',
        'n text',
        'rua list',
        'u text',
        'x text',
      ],
    );
    const m = form.questions.find(({ key }) => key === 'm')!;
    assert.deepEqual(m.text, { en: 'What to do.', ja: '一文目です。' });
    assert.deepEqual(m.title, both('The m'));
    assert.deepEqual(
      m.choices?.({}).map(({ value, detail }) => `${value}: ${detail.en}`),
      ['soft: does soft', 'hard: does hard'],
    );
  });

  it('proposes what has to be there, and lets the rest be left out', () => {
    assert.deepEqual(completed(form, {}), {
      domain: 'example.com',
      m: 'soft',
      o: '',
      d: 'on',
      l: '',
      n: '',
      rua: '',
      u: '',
      x: '',
    });
    const [missing, ...more] = complaints(form, {});
    assert.equal(more.length, 0);
    assert.equal(missing?.question.key, 'rua');
    assert.equal(render(missing.message, 'en'), 'The record has to have this: The rua.');
  });

  it('judges answers by the kinds of their values', () => {
    const wrong = { rua: 'nobody', n: '100', u: 'http://example.com', x: 'A1', o: 'z' };
    assert.deepEqual(
      complaints(form, wrong)
        .map(({ question }) => question.key)
        .sort(),
      Object.keys(wrong).sort(),
    );
  });

  it('writes the record at its labels, without what holds anyway', () => {
    const answers = { domain: 'sub.example.com', m: 'hard', l: 'a,b', n: '7', rua: 'r@example.com', d: 'on' };
    const { records } = form.generate(completed(form, answers));
    assert.deepEqual(records, [
      {
        owner: '_made._up.sub.example.com.',
        type: 'TXT',
        value: 'v=MADEUPv1; m=hard; l=a:b; n=7; rua=mailto:r@example.com',
        ttl: 3600,
      },
    ]);
  });

  it('reads every record that it makes back as the same answers', () => {
    const given = fc.record({
      m: fc.constantFrom('soft', 'hard'),
      o: fc.constantFrom('', 'y', 'n'),
      d: fc.constantFrom('on', 'off'),
      l: fc.constantFrom('', 'a', 'b', 'a,b'),
      n: fc.constantFrom('', '1', '99'),
      rua: fc.constantFrom('a@example.com', 'a@example.com, b@example.org'),
      u: fc.constantFrom('', 'https://example.com/x'),
      x: fc.constantFrom('', 'letters'),
    });
    fc.assert(
      fc.property(given, (answers) => {
        const full = completed(form, answers);
        assert.deepEqual(complaints(form, answers), []);
        const { records } = form.generate(full);
        const back = prefilled(form, records)!;
        assert.deepEqual([back.lost, back.added], [[], []]);
        assert.equal(textOf(back.answers), records[0]!.value);
        assert.equal(back.answers['domain'], 'example.com');
      }),
    );
  });

  it('takes no other record for its own', () => {
    const at = (owner: string, value: string) => form.answersOf([{ owner, type: 'TXT', value }]);
    assert.equal(at('example.com.', 'v=MADEUPv1; m=soft'), undefined);
    assert.equal(at('_made._up.example.com.', 'v=DMARC1; p=none'), undefined);
    assert.equal(at('_made._up.example.com.', 'v=MADEUPv1; m=soft')?.['m'], 'soft');
  });
});
