import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../core/features/finding';
import type { Include } from '../../../core/model/model';
import { createLanguageService } from '../../../core/service';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { shared } from '../../support/shared';
import { ACCEPTED, DISPUTED, REFUSED, SOUND } from './verdicts';

const PROGRAMS = ['BIND', 'NSD', 'Knot'] as const;

/** What the rules on zone files say; those on what a TXT record means are another matter. */
function findings(text: string, include?: Include): Finding[] {
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(text), {
    origin: 'example.com',
    ...(include && { include }),
  });
  return service.findings('zone').filter(({ rule }) => rule.startsWith('zone-'));
}

function errors(found: readonly Finding[]): string[] {
  return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

/** A message without the programs that it says take the zone. */
function accusing(text: string): string {
  return text.replace(/, \w+(?: and \w+)? takes? it/, '').replace(/（[^（）]*受け付けます）/, '');
}

/** Whether one finding names the programs that refuse the zone, in both languages. */
function isNamed(found: readonly Finding[], refusing: readonly string[]): boolean {
  return found.some(({ message }) =>
    (['en', 'ja'] as const).every((locale) => {
      const whole = render(message, locale);
      const text = accusing(whole);
      // A message that parts the programs into two camps has to part them rightly.
      const exact = text !== whole;
      return PROGRAMS.every((program) =>
        refusing.includes(program) ? text.includes(program) : !exact || !text.includes(program),
      );
    }),
  );
}

describe('what name servers say of a zone', () => {
  ACCEPTED.forEach((text, i) => {
    it(`is no error where BIND, NSD and Knot load it: ${i}`, () => {
      assert.deepEqual(errors(findings(SOUND + text)), [], text);
    });
  });

  REFUSED.forEach((text, i) => {
    it(`is an error where all of them refuse it: ${i}`, () => {
      assert.notDeepEqual(errors(findings(SOUND + text)), [], text);
    });
  });

  DISPUTED.forEach(([programs, text], i) => {
    it(`names who refuses it where they differ: ${i}`, () => {
      const found = findings(SOUND + text);
      assert.deepEqual(errors(found), [], text);
      assert.ok(isNamed(found, programs), text);
    });
  });
});

/** Where the verdict and ours part, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '030-txt-256': 'a string of over 255 octets is an error, though Knot divides it by itself',
  '054-crlf': 'Knot alone minds CR LF, which editors write without being asked: nothing is said',
  '055-crlf-paren': 'the same',
};

describe('the snippets with the verdicts of BIND, NSD and Knot', () => {
  const folder = shared('corpora/zone-snippets');
  const rows =
    folder === undefined
      ? []
      : readFileSync(join(folder, 'verdicts.tsv'), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((row) => row.split('\t'));

  /** The files beside the snippets; one that is being read already includes itself. */
  const including =
    (chain: readonly string[]): Include =>
    (path) => {
      const file = join(folder!, path);
      if (chain.includes(path)) return { problem: 'circular' };
      if (!existsSync(file)) return { problem: 'missing' };
      return { text: sourceText(readFileSync(file, 'utf8')), include: including([...chain, path]) };
    };

  it('are all there', function () {
    if (folder === undefined) this.skip();
    else assert.equal(rows.length, 191);
  });

  for (const [name, , description, verdict] of rows) {
    it(`${name!}: ${description!} (${verdict!.slice(0, 3)})`, () => {
      const file = `${name!}.zone`;
      const found = findings(readFileSync(join(folder!, file), 'utf8'), including([file]));
      const refusing = PROGRAMS.filter((_, i) => verdict![i] === 'R');
      if (EXCEPTIONS[name!] !== undefined) {
        assert.ok(refusing.length > 0 && refusing.length < 3, 'no exception is made where they agree');
      } else if (refusing.length === 3) assert.notDeepEqual(errors(found), []);
      else {
        assert.deepEqual(errors(found), []);
        if (refusing.length > 0)
          assert.ok(isNamed(found, refusing), `nothing names ${refusing.join(' and ')}`);
      }
    });
  }
});
