import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type GeneratedRecord,
  prefilled,
  type Answers,
  type Generated,
  type RecordForm,
} from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { formFields } from '../../../core/generator/publish/fields';
import { outputContext } from '../../../core/generator/publish/output';
import { outputFor } from '../../../core/generator/publish/outputs';
import { dnsProvider } from '../../../core/generator/publish/providers';
import type { GivenRecord, Known } from '../../../core/generator/known';
import { currentStep, nextStep } from '../../../core/generator/ladder';
import { wantedKey, withNewKey } from '../../../core/generator/newKey';
import { USUAL_TTL } from '../../../core/generator/questions';
import { signingLines, type SigningLines } from '../../../core/generator/signing';
import { domainOf } from '../../../core/generator/domain';
import type { ZoneModel } from '../../../core/model/zone/zone';
import { isWithin } from '../../../core/values/domainName';
import { message, render, type Localized, type Message } from '../../../core/text/message';
import { codeOf } from '../find';
import { visible } from '../format/terminal';
import { answersFor, inBoth, type GenerateOptions } from './arguments';
import { generateHelp } from './help';
import { difference, putIntoFile } from './into';
import { makeKeyPair, repositoryAround, writePrivateKey } from './keys';
import { knownFrom } from './known';
import { inTurn, unwritten, type WrittenFile } from './newFiles';
import { findingsOf, intoOwnZone, keptRecords } from './review';

const said = {
  needsOut: {
    en: 'a new private key needs a place: --out FILE (or give the public key of an existing one)',
    ja: '新しい秘密鍵の保存先が必要です: --out ファイル (既存の鍵を使う場合は公開鍵を指定してください)',
  },
  repository: {
    en: '{path} lies in {folder}, which is under version control: a private key does not belong there. --in-repository writes it all the same',
    ja: '{path} はバージョン管理下の {folder} の中にあります。秘密鍵を置くべき場所ではありません。それでも保存するには --in-repository を付けてください',
  },
  unreadable: { en: '{path} cannot be read ({code})', ja: '{path} を読めません ({code})' },
  lost: {
    en: 'the record that is there also says {part}, which the new one does not',
    ja: '既存のレコードにある {part} は、新しいレコードには含まれません',
  },
  added: {
    en: 'the record that is there does not say {part}, which is proposed for the new one',
    ja: '既存のレコードにない {part} が、新しいレコードに提案されています',
  },
  outside: {
    en: '{owner} does not lie in the zone {zone} that --zone names',
    ja: '{owner} は --zone で指定されたゾーン {zone} の中にありません',
  },
  nothing: {
    en: 'there is no record of this kind in the files',
    ja: 'ファイルにこの種類のレコードがありません',
  },
  top: {
    en: 'the policy is reject already; there is no stricter one',
    ja: 'ポリシーは既に reject です。これより厳しいものはありません',
  },
  dry: {
    en: 'nothing was written; --write changes the file',
    ja: 'ファイルは変更していません。変更するには --write を付けてください',
  },
  leftOut: { en: '{path} was not changed', ja: '{path} は変更していません' },
  unchanged: { en: 'the file has these records already', ja: 'ファイルには既に同じレコードがあります' },
  refused: {
    en: 'nothing was written because of the errors above; without --into the records are printed all the same',
    ja: '上記のエラーのため、何も書き込んでいません。--into を付けなければ、レコードは表示されます',
  },
  noUse: { en: '--out: there is nothing to be written for this', ja: '--out: 保存するものがありません' },
} satisfies Record<string, Localized>;

/**
 * `generate`: prints records for the answers that the options give, or puts them into a zone file.
 * @returns the exit status: 0 done, 1 where the rules find an error in what was generated, 2 where something is wrong
 */
export function generate(options: GenerateOptions): 0 | 1 | 2 {
  const { locale, kind } = options;
  const say = (text: Message): void => {
    process.stderr.write(`mail-auth: ${visible(render(text, locale))}\n`);
  };
  const fail = (...texts: readonly Message[]): 2 => {
    texts.forEach(say);
    return 2;
  };
  if (options.help || kind === undefined) {
    process.stdout.write(generateHelp(kind, locale));
    return 0;
  }
  const stated = options.stated['domain'];
  const paths = options.into === undefined ? options.paths : [...options.paths, options.into];
  const { known, unread, zones } = knownFrom(paths, stated === undefined ? undefined : domainOf(stated));
  if (unread.length > 0) {
    return fail(...unread.map(({ path, message: why }) => message(PLACED, { path, why: inBoth(why) })));
  }
  const form = formFor(kind, known)!;
  let base: Answers = {};
  if (options.update) {
    const present = prefilled(form, known.records ?? []);
    if (present === undefined) return fail(message(said.nothing));
    base = present.answers;
    for (const part of present.lost) say(message(said.lost, { part }));
    for (const part of present.added) say(message(said.added, { part }));
  }
  if (options.raise) return raise(known, zones, options, say);
  const answers = answersFor(form, options.stated, base);
  if (Array.isArray(answers)) return fail(...(answers as readonly Message[]));
  const made = withKeys(form, answers as Answers, options);
  if ('text' in made) return fail(made);
  const ttl = options.ttl;
  const generated: Generated = {
    ...made.generated,
    records: made.generated.records.map((record) => (ttl === undefined ? record : { ...record, ttl })),
  };
  const outside =
    options.zone === undefined
      ? undefined
      : generated.records.find(({ owner }) => !isWithin(owner, `${options.zone}.`));
  if (outside !== undefined) {
    return fail(message(said.outside, { owner: outside.owner, zone: options.zone! }));
  }
  const kept = options.update ? keptRecords(form, known.records ?? [], generated.records) : [];
  const told = findingsOf(generated.records, intoOwnZone(zones, generated.records), kept);
  told.lines.forEach(say);
  if (told.failed && options.write) {
    say(message(said.refused));
    return 1;
  }
  // Where only is shown what would change, nothing is written anywhere.
  const dry = options.into !== undefined && !options.write;
  const files = dry ? [] : [made.save, () => writeFiles(generated, options, made.usedOut)];
  const trouble = inTurn(files, () => putOut(generated, options, known.records, say), say);
  if (trouble !== undefined) return fail(trouble);
  generated.notes.forEach(say);
  for (const { file, lines, note } of made.lines) {
    process.stderr.write(`\n${file}: ${note[locale]}\n${lines}`);
  }
  return told.failed ? 1 : 0;
}

/** Takes the policy that is there to the next step (none, quarantine with t=y, quarantine, reject). */
function raise(
  known: Known,
  zones: readonly ZoneModel[],
  options: GenerateOptions,
  say: (text: Message) => void,
): 0 | 1 | 2 {
  const at = `_dmarc.${known.domain ?? ''}.`;
  const record = (known.records ?? []).find((one) => one.owner === at && currentStep(one) !== undefined);
  const next = record && nextStep(record);
  if (record === undefined || next === undefined) {
    say(message(record === undefined ? said.nothing : said.top));
    return 2;
  }
  const ttl = options.ttl ?? USUAL_TTL;
  const made: GeneratedRecord = { owner: at, type: 'TXT', value: next.value, ttl };
  const told = findingsOf([made], intoOwnZone(zones, [made]));
  told.lines.forEach(say);
  if (told.failed && options.write) {
    say(message(said.refused));
    return 1;
  }
  const trouble = putOut({ records: [made], files: [], notes: [] }, options, known.records, say);
  if (trouble !== undefined) say(trouble);
  for (const text of [message(next.to.means), ...next.advice]) say(text);
  return trouble !== undefined ? 2 : told.failed ? 1 : 0;
}

const PLACED: Localized = { en: '{path}: {why}', ja: '{path}: {why}' };

/** What was generated, with new keys where they were wanted. */
interface Made {
  readonly generated: Generated;
  /** How a signer comes to use them. */
  readonly lines: readonly SigningLines[];
  /** Whether `--out` is the private key's. */
  readonly usedOut: boolean;
  /** Writes the private key. */
  readonly save: () => WrittenFile;
}

function withKeys(form: RecordForm, answers: Answers, options: GenerateOptions): Made | Message {
  const wanted = wantedKey(form, answers);
  if (wanted === undefined) {
    return { generated: form.generate(answers), lines: [], usedOut: false, save: () => undefined };
  }
  const { out } = options;
  if (out === undefined) return message(said.needsOut);
  const folder = options.inRepository ? undefined : repositoryAround(out);
  if (folder !== undefined) return message(said.repository, { path: out, folder });
  const { privateKey, publicKey } = makeKeyPair(wanted.algorithm);
  const { domain, selector } = wanted;
  const lines = signingLines({ domain, selector, path: resolve(out) });
  return {
    generated: form.generate(withNewKey(form, answers, publicKey)),
    lines: lines ?? [],
    usedOut: true,
    save: () => {
      try {
        writePrivateKey(out, privateKey);
        return out;
      } catch (problem) {
        return unwritten(out, problem);
      }
    },
  };
}

/** Writes the files that belong to the records to `--out`; without it they are shown. */
function writeFiles({ files }: Generated, { out }: GenerateOptions, used: boolean): WrittenFile {
  const [file] = files;
  if (out !== undefined && !used) {
    if (file === undefined) return message(said.noUse);
    try {
      writeFileSync(out, file.text, { flag: 'wx' });
      return out;
    } catch (problem) {
      return unwritten(out, problem);
    }
  }
  for (const { name, text } of files) process.stderr.write(`${name}:\n${text}`);
  return undefined;
}

/** Prints the records in the way that is wanted, or puts them into a file. */
function putOut(
  { records }: Generated,
  options: GenerateOptions,
  published: readonly GivenRecord[] | undefined,
  say: (text: Message) => void,
): Message | undefined {
  const { as, into, locale, write } = options;
  if (into !== undefined) {
    try {
      const changed = putIntoFile(into, records, write, options.zone);
      if ('text' in changed) return message(PLACED, { path: into, why: inBoth(changed) });
      for (const line of difference(changed.before, changed.after)) {
        process.stdout.write(`${visible(line)}\n`);
      }
      changed.notes.forEach(say);
      const same = changed.after === changed.before;
      // What is left out is nowhere to be found then: a key that was made for it goes as well.
      if (same && changed.notes.length > 0) return message(said.leftOut, { path: into });
      if (same) say(message(said.unchanged));
      else if (!write) say(message(said.dry));
      return undefined;
    } catch (problem) {
      return message(said.unreadable, { path: into, code: codeOf(problem) });
    }
  }
  if (as !== 'fields') {
    process.stdout.write(
      outputFor(as)!.write(records, {
        ...(published && outputContext(records, published)),
        ...(options.zone !== undefined && { zone: `${options.zone}.` }),
        locale,
      }),
    );
    return undefined;
  }
  const provider = options.provider === undefined ? undefined : dnsProvider(options.provider);
  const blocks = records.map((record) =>
    formFields(record, options.zone, provider)
      .map(({ name, value, note }) => `${name[locale]}: ${value}\n    ${note[locale]}\n`)
      .join(''),
  );
  const note = provider?.note === undefined ? '' : `${provider.note[locale]}\n\n`;
  process.stdout.write(note + blocks.join('\n'));
  return undefined;
}
