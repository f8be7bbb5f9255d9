import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import {
  completed,
  complaints,
  type Answers,
  type Question,
  type RecordForm,
} from '../../../core/generator/form';
import type { GeneratedRecord } from '../../../core/generator/form';
import { absoluteLine } from '../../../core/generator/publish/zone';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';

function publicKey(bits: number): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** RSA public keys in PEM, made for these tests alone. */
export const RSA_KEYS: readonly string[] = [publicKey(1024), publicKey(2048)];

/** Texts that people may type, by the form and the question; all of which the questions accept. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  domain: ['example.com', ' Mail.Example.com. ', 'someone@shop.example.com'],
  rua: ['dmarc@example.com', 'mailto:a@example.com, b+agg@mail.example.com', "o'hara%y!z@example.com", ''],
  'no-mail rua': ['', 'dmarc@example.net'],
  ruf: ['', 'failures@example.com'],
  'tls-rpt rua': ['tls@example.com', 'https://example.com/tls-rpt?a=b!c, tls@example.com'],
  for: ['example.net', 'example.net, example.org', '*', 'Example.NET. example.net'],
  mx: ['mail.example.com', 'Mail.Example.com, *.mx.example.com'],
  id: ['20261122103000', 'a'],
  host: ['192.0.2.80', '192.0.2.80, 2001:db8::80', 'mail.example.com'],
  selector: ['s202611', 'mail.tokyo', 'default'],
  l: ['https://example.com/logo.svg', 'https://example.com/a/LOGO.SVG?x=1', ''],
  a: ['https://example.com/vmc.pem', ''],
  addresses: ['', '192.0.2.25', 'ip4:198.51.100.7/28, 2001:DB8::25 2001:db8::/64', '192.0.2.0/24;192.0.2.9'],
  hosts: ['', 'mail.example.com', 'Mail.example.com, example.com'],
  includes: ['', '_spf.example.net', '_spf.google.com, spf.example.org.'],
  p: [...RSA_KEYS, '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
};

/** The texts that are typed in answer to a question. Keys of parts count as those of their own forms. */
export function typedFor(form: RecordForm, { key }: Question): readonly string[] {
  const own = TYPED[key.includes('.') ? key.replace('.', ' ') : `${form.kind} ${key}`];
  return own ?? TYPED[key.replace(/^.*\./, '')] ?? [];
}

/** Any way through a form: numbers pick the answer at each step. */
export function walk(form: RecordForm, picks: readonly number[]): Answers {
  const answers: Record<string, string> = {};
  form.questions.forEach((question, index) => {
    if (!question.asked(answers)) return;
    const pick = picks[index % picks.length]!;
    const open = question.choices?.(answers).map(({ value }) => value);
    if (open !== undefined && question.kind === 'choices') {
      const some = open.filter((_, at) => ((pick * 2654435761) >>> (at % 31)) % 2 === 1);
      answers[question.key] = (question.key.endsWith('senders') ? some.slice(0, 3) : some).join(',');
      if (question.complaint?.(answers[question.key]!, answers) !== undefined) {
        answers[question.key] = question.proposal(answers);
      }
      return;
    }
    const values = (open ?? typedFor(form, question)).filter(
      (value) => question.complaint?.(value, answers) === undefined,
    );
    assert.ok(values.length > 0, `${question.key} offers nothing`);
    answers[question.key] = values[pick % values.length]!;
  });
  const full = completed(form, answers);
  assert.deepEqual(complaints(form, answers), [], JSON.stringify(answers));
  return full;
}

/** Numbers for {@link walk}. */
export const paths = fc.array(fc.nat(9973), { minLength: 24, maxLength: 24 });

/** A small zone in which all records have what they stand on. */
export const ZONE_HEAD: readonly string[] = [
  '$TTL 3600',
  '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112201 7200 3600 1209600 3600',
  '@ IN NS ns1.example.com.',
  '@ IN NS ns2.example.com.',
  'ns1 IN A 192.0.2.53',
  'ns2 IN A 198.51.100.53',
];

/** Records of the zone that a generated one would stand beside, unless it takes their place. */
const USUAL: readonly GeneratedRecord[] = [
  { owner: 'example.com.', type: 'MX', value: 'mail.example.com.', preference: 10, ttl: 3600 },
  { owner: 'example.com.', type: 'A', value: '192.0.2.80', ttl: 3600 },
  { owner: 'mail.example.com.', type: 'A', value: '192.0.2.25', ttl: 3600 },
  { owner: 'mail.example.com.', type: 'MX', value: 'mail.example.com.', preference: 10, ttl: 3600 },
  { owner: 'shop.example.com.', type: 'MX', value: 'mail.example.com.', preference: 10, ttl: 3600 },
  { owner: 'example.com.', type: 'TXT', value: 'v=spf1 mx -all', ttl: 3600 },
  { owner: 'mail.example.com.', type: 'TXT', value: 'v=spf1 a -all', ttl: 3600 },
  { owner: 'shop.example.com.', type: 'TXT', value: 'v=spf1 mx -all', ttl: 3600 },
  { owner: '_dmarc.example.com.', type: 'TXT', value: 'v=DMARC1; p=reject', ttl: 3600 },
];

/** The text of a zone with the records in it, in place of what they replace. */
export function zoneWith(records: readonly GeneratedRecord[]): string {
  const replaced = ({ owner, type }: GeneratedRecord): boolean =>
    records.some((own) => own.owner === owner && own.type === type);
  const beside = USUAL.filter((usual) => !replaced(usual));
  // Who has an MTA-STS record has a host that serves its policy.
  const announced = records.filter(({ owner }) => owner.startsWith('_mta-sts.'));
  const hosts = announced
    .map(({ owner }) => owner.replace('_mta-sts.', 'mta-sts.'))
    .filter((owner) => !records.some((own) => own.owner === owner))
    .map((owner): GeneratedRecord => ({ owner, type: 'A', value: '192.0.2.80', ttl: 3600 }));
  return [...ZONE_HEAD, ...[...beside, ...hosts, ...records].map(absoluteLine), ''].join('\n');
}

/** What the rules say of a zone: `severity rule`, the grave ones only. */
export function graveFindings(zone: string): string[] {
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(zone), {
    origin: 'example.com.',
    fileName: 'example.com.zone',
  });
  return service
    .findings('zone')
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${JSON.stringify(message.values ?? {})}`);
}
