import type { Question, RecordForm } from '../../../core/generator/form';
import { FORMS, formFor } from '../../../core/generator/forms';
import { DNS_PROVIDERS } from '../../../core/generator/publish/providers';
import type { Locale, Localized } from '../../../core/text/message';
import { optionOf, WAYS } from './arguments';

const USAGE: Localized = {
  en: `Usage: cli.js generate KIND --domain NAME [OPTION]… [PATH]…
       cli.js generate KIND --help`,
  ja: `使い方: cli.js generate 種類 --domain 名前 [オプション]… [パス]…
        cli.js generate 種類 --help`,
};

const COMMON: Localized = {
  en: `Each question of the form is an option; what is not stated is proposed. PATHs are files that tell the circumstances:
zone files, main.cf, opendkim.conf.

Options of every kind:
  --as WAY                how the records are written (default: zone): {ways}
  --provider NAME         with --as fields, whose form: {providers}
  --zone NAME             the zone that is managed (default: the domain)
  --ttl SECONDS           how long the records may be cached (default: 3600)
  --into FILE             puts the records into a zone file: shows what changes, and raises the serial
  --write                 with --into, changes the file
  --update                begins with the record that stands in the files
  --locale en|ja

What the rules say of the records is told as well. With errors, nothing is written into a file.

Exit status: 0 done; 1 the rules find an error in the records; 2 wrong usage, answers that do not do, or a file that cannot be read or written.
`,
  ja: `フォームの質問がそれぞれオプションになります。指定しなかった項目には提案値が使われます。パスには、状況を知るためのファイル
(ゾーンファイル、main.cf、opendkim.conf) を指定します。

共通のオプション:
  --as 形式               レコードの出力形式 (既定: zone): {ways}
  --provider 名前         --as fields のとき、どの事業者の入力欄か: {providers}
  --zone 名前             管理しているゾーン (既定: そのドメイン)
  --ttl 秒数              レコードのキャッシュ時間 (既定: 3600)
  --into ファイル         ゾーンファイルにレコードを入れ、変更箇所を表示し、シリアルを上げます
  --write                 --into と一緒に使い、ファイルを書き換えます
  --update                ファイルにある既存のレコードから始めます
  --locale en|ja

レコードに対するルールの指摘も表示します。エラーがある場合、ファイルには書き込みません。

終了ステータス: 0 完了、1 レコードにエラーがある、2 使い方や回答の誤り、または読み書きできないファイルがある
`,
};

const KEYS: Localized = {
  en: `  --out FILE              where the new private key goes (mode 0600; an existing file is never overwritten)
  --in-repository         the key may lie in a folder that is under version control
`,
  ja: `  --out ファイル          新しい秘密鍵の保存先 (モード 0600。既存のファイルは上書きしません)
  --in-repository         バージョン管理下のフォルダーにも鍵を保存します
`,
};

const POLICY: Localized = {
  en: '  --out FILE              where the policy file goes (an existing file is never overwritten)\n',
  ja: '  --out ファイル          ポリシーファイルの保存先 (既存のファイルは上書きしません)\n',
};

const RAISE: Localized = {
  en: `  --raise                 takes the policy that stands in the files to the next step, and leaves the rest as it is:
                          none, quarantine with t=y, quarantine, reject
`,
  ja: `  --raise                 ファイルにあるポリシーを次の段階へ進め、他のタグは変えません:
                          none、quarantine (t=y)、quarantine、reject
`,
};

/** What `generate --help` prints: of one kind its questions, else the kinds. */
export function generateHelp(kind: string | undefined, locale: Locale): string {
  const form = kind === undefined ? undefined : formFor(kind);
  const common = COMMON[locale]
    .replace('{ways}', WAYS.join(', '))
    .replace('{providers}', DNS_PROVIDERS.map(({ id }) => id).join(', '));
  if (form === undefined) {
    const kinds = Object.keys(FORMS).map((name) => `  ${name.padEnd(22)}  ${formFor(name)!.title[locale]}\n`);
    return `${USAGE[locale]}\n\n${kinds.join('')}\n${common}`;
  }
  const own = form.questions.map((question) => questionHelp(question, form, locale)).join('');
  const makesKey = form.questions.some(({ key }) => /(?:^|\.)algorithm$/.test(key));
  const makesFile = form.questions.some(({ key }) => key === 'max_age');
  const out = `${makesKey ? KEYS[locale] : ''}${makesFile ? POLICY[locale] : ''}${kind === 'dmarc' ? RAISE[locale] : ''}`;
  return `${form.title[locale]}\n\n${USAGE[locale]}\n\n${own}${out}\n${common}`;
}

function questionHelp(question: Question, { questions }: RecordForm, locale: Locale): string {
  const { kind, example, choices, text } = question;
  const offered = choices?.(initial(questions, question)) ?? [];
  const values = offered.map(({ value }) => (value === '' ? '""' : value));
  const several = kind === 'choices' || kind === 'list' ? ',…' : '';
  const value = values.length === 0 ? (example ?? 'TEXT') : `${values.join('|')}${several}`;
  return `  --${optionOf(question)} ${value}\n      ${text[locale]}\n`;
}

/** What is answered before a question where everything that is proposed is taken. */
function initial(questions: readonly Question[], until: Question): Readonly<Record<string, string>> {
  const answers: Record<string, string> = { domain: 'example.com' };
  for (const question of questions) {
    if (question === until) break;
    if (question.key !== 'domain' && question.asked(answers))
      answers[question.key] = question.proposal(answers);
  }
  return answers;
}
