import { createLanguageService } from '../core/service';
import { sourceText } from '../core/text/sourceText';

const URI = 'mail-auth:warming-up';

const head = [
  '$ORIGIN example.com.',
  '$TTL 3600',
  '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600',
  '@ IN NS ns1',
];
const addresses = ['ns1 IN A 192.0.2.53', 'mail 300 IN A 192.0.2.25', 'mail IN AAAA 2001:db8::25'];
const mail = [
  '@ IN MX 10 mail',
  'www IN CNAME mail.example.com.',
  '@ IN TXT "v=spf1 mx ip4:192.0.2.0/24 -all"',
];
const policy = [
  '_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:reports@example.com"',
  '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:reports@example.com"',
  '_mta-sts IN TXT "v=STSv1; id=20261122"',
];

/** Many records of a kind: what is called often is compiled better. */
function hosts(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `host-${from + i}`;
    if (i % 10 === 0) return `${name}.customers.example.com.\t3600\tIN\tAAAA\t2001:db8:0:1::${i}`;
    return `${name}.customers.example.com.\t3600\tIN\tA\t192.0.2.${i}`;
  });
}

/** Zones of which each one asks for a little more of the code than the one before. */
const ZONES: readonly (readonly string[])[] = Object.freeze([
  head,
  [...head, ...addresses],
  [...head, ...addresses, ...mail],
  [...head, ...addresses, ...mail, ...policy],
  [...head, ...addresses, ...mail, ...policy, ...hosts(0, 100)],
  [...head, ...addresses, ...hosts(100, 100), ...mail, ...policy],
]);

/**
 * Opens and judges made-up zones in steps of a few milliseconds, for a process that has nothing else to do: a JavaScript
 * engine compiles what is called for the first time, and that is half of what the first document waits for. Leaves
 * nothing behind; giving up after any step is fine.
 */
export function* warmingSteps(): Generator<undefined, void> {
  const service = createLanguageService({ onError: () => undefined });
  for (const lines of ZONES) {
    const text = sourceText(`${lines.join('\n')}\n`);
    yield* service.openInSteps(URI, 'dns-zone', text, { fileName: 'example.com.zone' });
    yield;
    service.findings(URI);
    yield;
  }
}

/**
 * Warms up while the server waits, one step at a time with everything that has come meanwhile going first.
 * @param attempt does a step and says what the step says: whether there are more; false where it failed
 * @returns stops it: from the first document on there is real work
 */
export function warmUp(attempt: (step: () => boolean) => boolean): () => void {
  const steps = warmingSteps();
  const state = { stopped: false };
  const goOn = (): void => {
    if (!state.stopped && attempt(() => steps.next().done !== true)) setTimeout(goOn, 0);
  };
  setTimeout(goOn, 0);
  return () => {
    state.stopped = true;
  };
}
