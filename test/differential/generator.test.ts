import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { KEY_ALGORITHMS } from '../../core/generator/dkimKey';
import { completed } from '../../core/generator/form';
import { FORMS, formFor } from '../../core/generator/forms';
import { dkimForm, withPublicKey } from '../../core/generator/forms/dkim';
import { makeKeyPair } from '../../server/cli/generate/keys';
import { root } from '../support/shared';
import { paths, walk, zoneWith } from '../unit/generator/support';
import { batches, product, zoneOfMany } from '../unit/generator/product';
import { missingTools, openTools, type Tools } from './tools';

/** How many zones of each form. */
const runs = Number(process.env.MAIL_AUTH_DIFFERENTIAL_GENERATED ?? 25);

const NOW = { year: 2026, month: 11, day: 22, seconds: 1_795_343_400 };

describe('what the generator makes', function () {
  this.timeout(300_000);
  let tools: Tools | undefined;
  before(function () {
    const missing = missingTools();
    if (missing.length > 0) {
      console.log(`    not installed: ${missing.join(', ')}`);
      this.skip();
    }
    tools = openTools('example.com');
  });
  after(() => {
    tools?.close();
  });

  for (const kind of Object.keys(FORMS)) {
    it(`${kind}: is accepted by BIND, NSD and Knot in its zone, and reads back as it was meant`, () => {
      const form = formFor(kind, { now: NOW })!;
      fc.assert(
        fc.property(paths, (picks) => {
          const { records } = form.generate(walk(form, picks));
          const zone = zoneWith(records);
          for (const program of ['BIND', 'NSD', 'Knot'] as const) {
            const { accepted, output } = tools!.check(program, zone);
            assert.ok(accepted, `${program}: ${output}\n${zone}`);
          }
          const compiled = (tools!.compile(zone) ?? []).filter((line) => /\sTXT\s/.test(line));
          for (const { owner, type, value } of records) {
            if (type !== 'TXT') continue;
            const own = compiled.filter(
              (line) => line.startsWith(`${owner}\t`) || line.startsWith(`${owner} `),
            );
            const texts = own.map(textOf);
            assert.ok(texts.includes(value), `${owner} ${value} is not among ${JSON.stringify(texts)}`);
          }
        }),
        { numRuns: runs },
      );
    });
  }

  it('is accepted by BIND in its zone, over the whole product of answers', () => {
    for (const kind of Object.keys(FORMS)) {
      const form = formFor(kind, { now: NOW })!;
      for (const batch of batches(product(form), 400)) {
        const zone = zoneOfMany(
          batch.map((answers) => ({
            domain: answers['domain']!,
            records: form.generate(answers).records,
          })),
        );
        const { accepted, output } = tools!.check('BIND', zone);
        assert.ok(accepted, `${kind}: ${output}`);
      }
    }
  });

  it('DKIM: is a key to dkimpy', function () {
    const form = dkimForm({ now: NOW });
    const values = KEY_ALGORITHMS.map(({ value: algorithm }) => {
      const { publicKey } = makeKeyPair(algorithm);
      const answers = completed(form, { domain: 'example.com', algorithm });
      return form.generate(completed(form, withPublicKey(answers, publicKey))).records[0]!.value;
    });
    const program = join(root, 'test/differential/programs/dkimpy.py');
    const input = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    const { status, stdout } = spawnSync('/usr/bin/python3', [program], { input, encoding: 'utf8' });
    if (status !== 0) this.skip();
    const [rsa2048, rsa4096, ed25519 = ''] = stdout.trim().split('\n');
    assert.equal(rsa2048, 'key rsa 2048');
    assert.equal(rsa4096, 'key rsa 4096');
    assert.match(ed25519, /^key ed25519 /);
  });
});

/** The text of a TXT record as named-compilezone writes it. */
function textOf(line: string): string {
  const strings = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
  return strings
    .join('')
    .replace(/\\(\d{3})|\\(.)/g, (_, code: string | undefined, mark: string) =>
      code === undefined ? mark : String.fromCharCode(Number(code)),
    );
}
