// The extension as the generator's page sees it, without VS Code: what is known and judged comes from the server's own
// code; what would be written or shown is written down.
import { generateKeyPairSync } from 'node:crypto';
import { judgementOf } from '../../../client/generator/form/judge';
import type { FormQuestions, FromForm, ToForm } from '../../../client/generator/form/protocol';
import { answerTo, type Answers } from '../../../client/report/link';
import { isZoneModel } from '../../../core/model/zone/zone';
import { createLanguageService } from '../../../core/service';
import { render, type Locale } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { circumstancesOf } from '../../../server/circumstances';
import { knownOf } from '../../../server/generator/known';
import { editsBetween } from '../../../server/generator/lineDifference';
import { putRecordsInto } from '../../../server/generator/putInto';
import { reviewRecords } from '../../../server/generator/review';

/** Something that the page asked the extension to do. */
export type Deed = {
  readonly [Name in 'insert' | 'copy' | 'open' | 'save' | 'makeKey' | 'dropKey']: {
    readonly name: Name;
    readonly ask: FormQuestions[Name]['ask'];
  };
}['insert' | 'copy' | 'open' | 'save' | 'makeKey' | 'dropKey'];

/** An open zone file. */
export interface OpenZone {
  readonly name: string;
  readonly text: string;
}

/** The stubbed extension. */
export interface FormHost {
  /** What the page asked for that changes something, in order. */
  readonly deeds: readonly Deed[];
  /** All private keys that were made; none of their text may ever reach the page. */
  readonly privateKeys: readonly string[];
  /** All that was said to the page, as JSON. */
  readonly said: readonly string[];
  answers: Answers<FormQuestions>;
  zones: readonly OpenZone[];
  post(message: ToForm): Promise<void>;
  /** Hears what the page says. */
  hear(message: FromForm): Promise<void>;
}

/** A stubbed extension. @param send says something to the page */
export function formHost(
  zones: readonly OpenZone[],
  locale: Locale,
  send: (message: ToForm) => Promise<void>,
): FormHost {
  const deeds: Deed[] = [];
  const privateKeys: string[] = [];
  const said: string[] = [];
  const done = (deed: Deed): { done: boolean } => {
    deeds.push(deed);
    return { done: true };
  };
  const uriOf = ({ name }: OpenZone): string => `file:///zones/${name}`;
  const opened = () => {
    const service = createLanguageService();
    for (const zone of host.zones)
      service.open(uriOf(zone), 'dns-zone', sourceText(zone.text), { fileName: zone.name });
    return service;
  };
  const host: FormHost = {
    deeds,
    privateKeys,
    said,
    zones,
    answers: {
      circumstances({ domain, zone }) {
        const service = opened();
        const ordered = [...host.zones].sort((a, b) => Number(uriOf(b) === zone) - Number(uriOf(a) === zone));
        const documents = ordered.map((one) => ({
          uri: uriOf(one),
          languageId: 'dns-zone',
          text: sourceText(one.text),
        }));
        return {
          known: { ...knownOf(service, documents, domain), now: NOW },
          zones: ordered.map((one) => ({
            uri: uriOf(one),
            name: one.name,
            origin: one.name.replace(/\.zone$/, ''),
          })),
        };
      },
      judge({ records, zone }) {
        const service = opened();
        const model = zone === undefined ? undefined : service.model(zone);
        if (model === undefined || !isZoneModel(model)) {
          return judgementOf(records, reviewRecords(records, undefined), undefined, []);
        }
        const { text } = host.zones.find((one) => uriOf(one) === zone)!;
        const into = putRecordsInto(text, records, model.documentContext, circumstancesOf(undefined));
        const { before, after, replaced, notes } = into;
        const put = { version: 1, edits: editsBetween(before, after), replaced, notes };
        return judgementOf(
          records,
          reviewRecords(records, into),
          { text, put },
          notes.map((note) => render(note, locale)),
        );
      },
      insert: (ask) => done({ name: 'insert', ask }),
      copy: (ask) => done({ name: 'copy', ask }),
      open: (ask) => done({ name: 'open', ask }),
      save: (ask) => done({ name: 'save', ask }),
      dropKey: (ask) => done({ name: 'dropKey', ask }),
      makeKey(ask) {
        done({ name: 'makeKey', ask });
        const pair = generateKeyPairSync('rsa', {
          modulusLength: 2048,
          publicKeyEncoding: { type: 'spki', format: 'pem' },
          privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        });
        privateKeys.push(pair.privateKey);
        const path = '/etc/dkim/s202611.private';
        return { publicKey: pair.publicKey, place: path, path };
      },
    },
    async post(message) {
      said.push(JSON.stringify(message));
      // A page that is just being loaded anew hears nothing.
      await send(message).catch(() => undefined);
    },
    async hear(message) {
      if (message.type === 'ready') await host.post({ type: 'show' });
      else await host.post(await answerTo<FormQuestions>(host.answers, message));
    },
  };
  return host;
}

const NOW = { year: 2026, month: 11, day: 22, seconds: 1_795_000_000 };
