import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { completed, prefilled, type RecordForm } from '../../../core/generator/form';
import { FORMS, formFor } from '../../../core/generator/forms';
import { policyAnswers } from '../../../core/generator/forms/mtaSts';
import type { RecordDefinition } from '../../../core/records/definition';
import { bimiDefinition } from '../../../core/records/bimi';
import { dkimKeyDefinition } from '../../../core/records/dkimKey';
import { dmarcPolicyDefinition } from '../../../core/records/dmarcPolicy';
import { mtaStsDefinition } from '../../../core/records/mtaSts';
import { tlsRptDefinition } from '../../../core/records/tlsRpt';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { root } from '../../support/shared';
import { graveFindings, paths, walk, zoneWith } from './support';

const NOW = { year: 2026, month: 11, day: 22, seconds: 1_795_343_400 };

function forms(): RecordForm[] {
  return Object.keys(FORMS).map((kind) => formFor(kind, { now: NOW })!);
}

describe('the forms', () => {
  it('ask for every tag that has a question in its record’s definition', () => {
    const definitions = [
      [dmarcPolicyDefinition, 'dmarc'],
      [tlsRptDefinition, 'tls-rpt'],
      [mtaStsDefinition, 'mta-sts'],
      [bimiDefinition, 'bimi'],
      [dkimKeyDefinition, 'dkim'],
    ] as const;
    for (const [definition, kind] of definitions) {
      const asked = new Set(formFor(kind)!.questions.map(({ key }) => key));
      const wanted = definition.tags.filter(({ question }) => question !== undefined);
      assert.ok(wanted.length > 0, kind);
      for (const { name } of wanted) assert.ok(asked.has(name), `${kind} asks for ${name}`);
    }
  });

  it('are there for every record whose definition asks for something', async () => {
    const asked = forms().map(({ questions }) => new Set(questions.map(({ key }) => key)));
    const folder = join(root, 'core/records');
    let found = 0;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
      for (const [name, definition] of Object.entries(exported)) {
        if (!name.endsWith('Definition') || typeof definition !== 'object' || definition === null) continue;
        if (!('tags' in definition) || !Array.isArray(definition.tags)) continue;
        const tags = (definition.tags as RecordDefinition['tags']).filter(
          ({ question }) => question !== undefined,
        );
        if (tags.length === 0) continue;
        found++;
        assert.ok(
          asked.some((keys) => tags.every((tag) => keys.has(tag.name))),
          `no form asks for the tags of ${name}`,
        );
      }
    }
    assert.ok(found >= 5);
  });

  it('explain every question and every choice in both languages', () => {
    for (const form of forms()) {
      assert.ok(form.title.en !== '' && form.title.ja !== '');
      for (const { key, text, title, choices } of form.questions) {
        assert.ok(text.en.length > 20 && text.ja.length > 10, `${form.kind} ${key}`);
        assert.notEqual(text.en, text.ja);
        assert.ok(title.en !== '' && title.ja !== '');
        for (const { detail } of choices?.({ domain: 'example.com' }) ?? []) {
          assert.ok(detail.en !== '' && detail.ja !== '', `${form.kind} ${key}`);
        }
      }
    }
  });

  it('have keys and options of their own for every question', () => {
    for (const form of forms()) {
      const keys = form.questions.map(({ key }) => key);
      const options = form.questions.map(({ key, option }) => option ?? key);
      assert.equal(new Set(keys).size, keys.length, form.kind);
      assert.equal(new Set(options).size, options.length, form.kind);
      for (const option of options) assert.match(option, /^[a-z][a-z-]*$/, form.kind);
    }
  });

  it('have nothing to complain about where everything that is proposed is taken', () => {
    for (const form of forms()) {
      const answers = completed(form, { domain: 'example.com', for: 'example.net' });
      const { records } = form.generate(answers);
      if (form.kind !== 'dkim') assert.ok(records.length > 0, form.kind);
      assert.deepEqual(graveFindings(zoneWith(records)), [], form.kind);
    }
  });

  for (const kind of Object.keys(FORMS)) {
    it(`${kind}: whatever is answered, no rule has an error or a warning`, function () {
      this.timeout(60_000);
      const form = formFor(kind, { now: NOW })!;
      fc.assert(
        fc.property(paths, (picks) => {
          const { records } = form.generate(walk(form, picks));
          assert.deepEqual(graveFindings(zoneWith(records)), [], JSON.stringify(records));
        }),
        { numRuns: 60 },
      );
    });

    it(`${kind}: a record reads back as the answers that it was made from`, function () {
      this.timeout(60_000);
      const form = formFor(kind, { now: NOW })!;
      fc.assert(
        fc.property(paths, (picks) => {
          const made = form.generate(walk(form, picks));
          if (made.records.length === 0) return;
          const back = form.answersOf(made.records);
          if (back === undefined) {
            // Without its null MX, nothing tells such a set from that of a domain with mail.
            assert.ok(kind === 'no-mail' && !made.records.some(({ type }) => type === 'MX'));
            return;
          }
          const files = new Map(made.files.map(({ name, text }) => [name, text]));
          const policy = files.get('mta-sts.txt');
          const again = form.generate(completed(form, { ...back, ...policyAnswersIn(kind, policy) }));
          assert.deepEqual(again.records, made.records);
          assert.deepEqual(again.files, made.files);
          if (form.fresh !== undefined) return;
          const found = prefilled(form, made.records);
          assert.deepEqual([found?.lost, found?.added], [[], []]);
        }),
        { numRuns: 200 },
      );
    });
  }

  it('write MTA-STS policies on which no rule has a word but that they are new', () => {
    const form = formFor('mta-sts', { now: NOW })!;
    fc.assert(
      fc.property(paths, (picks) => {
        const { files } = form.generate(walk(form, picks));
        const service = createLanguageService();
        service.open('policy', 'mta-sts-policy', sourceText(files[0]!.text), { fileName: 'mta-sts.txt' });
        const grave = service
          .findings('policy')
          .filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          grave.map(({ rule }) => rule),
          [],
          files[0]!.text,
        );
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);
});

function policyAnswersIn(kind: string, policy: string | undefined): Record<string, string> {
  if (policy === undefined) return {};
  const answers = policyAnswers(policy);
  const prefix = kind === 'domain' ? 'mta-sts.' : '';
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [`${prefix}${key}`, answer]));
}
