import assert from 'node:assert/strict';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';

const soa = '@ 60 SOA ns h 1 2 3 4 5\n';
const policy = `${soa}_dmarc 60 TXT "v=DMARC1; p=none; rua=mailto:r@example.net"\n`;
const agrees = `${soa}example.com._report._dmarc 60 TXT "v=DMARC1"\n`;

/** The rules that speak of the policy's reports, with these zones of example.net open as well. */
function about(own: string, others: Readonly<Record<string, string>>): string[] {
  const service = createLanguageService();
  service.open(own, 'dns-zone', sourceText(policy), { origin: 'example.com' });
  for (const [uri, text] of Object.entries(others)) {
    service.open(uri, 'dns-zone', sourceText(text), { origin: 'example.net' });
  }
  return service.findings(own).flatMap(({ rule }) => (/^dmarc-.*-reports$/.test(rule) ? [rule] : []));
}

describe('which documents are judged together', () => {
  it('of several zones of one name the one nearest by', () => {
    const both = { 'file:///a/in/example.net': agrees, 'file:///a/out/example.net': soa };
    assert.deepEqual(about('file:///a/in/example.com', both), []);
    assert.deepEqual(about('file:///a/out/example.com', both), ['dmarc-unauthorised-reports']);
    // Whichever was opened first.
    const turned = Object.fromEntries(Object.entries(both).reverse());
    assert.deepEqual(about('file:///a/in/example.com', turned), []);
    assert.deepEqual(about('file:///b/example.com', turned), about('file:///b/example.com', both));
  });

  it('not the old version of a file that an editor shows beside it', () => {
    assert.deepEqual(about('file:///example.com', { 'git:///example.net': agrees }), [
      'dmarc-external-reports',
    ]);
    assert.deepEqual(about('git:///example.com', { 'git:///example.net': agrees }), []);
  });

  it('what is not saved anywhere yet', () => {
    assert.deepEqual(about('file:///example.com', { 'untitled:Untitled-1': agrees }), []);
    assert.deepEqual(about('untitled:Untitled-2', { 'vscode-vfs://host/example.net': agrees }), []);
  });

  it('no file that is but a part of another', () => {
    const service = createLanguageService();
    service.open('file:///com', 'dns-zone', sourceText(policy), { origin: 'example.com' });
    service.open('file:///net', 'dns-zone', sourceText(agrees), { origin: 'example.net', included: true });
    assert.ok(service.findings('file:///com').some(({ rule }) => rule === 'dmarc-external-reports'));
  });

  it('while another one is read in steps, what changes meanwhile counts at its end', () => {
    const service = createLanguageService();
    const net = 'file:///example.net';
    service.open(net, 'dns-zone', sourceText(soa), { origin: 'example.net' });
    const many = Array.from({ length: 10_000 }, (_, i) => `x${i} 60 TXT "v=spf1 -all"\n`).join('');
    const steps = service.openInSteps('file:///com', 'dns-zone', sourceText(policy + many), {
      origin: 'example.com',
    });
    steps.next();
    let rest = 0;
    let before = 0;
    while (steps.next().done !== true) {
      rest++;
      // Amid the judging of groups.
      if (rest === 60) {
        before = rest;
        service.update(net, sourceText(agrees));
      }
    }
    assert.ok(before > 0, `only ${rest} steps`);
    const rules = service.findings('file:///com', 50_000).map(({ rule }) => rule);
    assert.ok(!rules.includes('dmarc-unauthorised-reports'));
  }).timeout(120_000);
});
