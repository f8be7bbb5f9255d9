import type { Localized } from '../../text/message';
import type { RecordForm } from '../form';
import type { Known } from '../known';
import { nameNotes } from '../names';
import { LABELLED_KINDS, type LabelledKind } from '../../records/labelled';
import { plainForm } from '../plainForm';
import { bimiForm } from './bimi';
import { dkimForm } from './dkim';
import { dmarcForm } from './dmarc';
import { mtaStsForm } from './mtaSts';
import { newDomainForm } from './newDomain';
import { noMailForm } from './noMail';
import { reportAuthorisationForm } from './reportAuthorisation';
import { spfForm } from './spf';
import { tlsRptForm } from './tlsRpt';

/** Makes a form from what is known. */
export type FormMaker = (known?: Known) => RecordForm;

/** Forms with words of their own, in the order in which they are offered. */
const OWN_FORMS: Readonly<Record<string, FormMaker>> = {
  dmarc: dmarcForm,
  spf: spfForm,
  dkim: dkimForm,
  'tls-rpt': tlsRptForm,
  'mta-sts': mtaStsForm,
  bimi: bimiForm,
  authorisation: reportAuthorisationForm,
  'no-mail': noMailForm,
  domain: newDomainForm,
};

/** Forms with those of record kinds that have none of their own: what follows from their definitions. */
export function withPlainForms(
  own: Readonly<Record<string, FormMaker>>,
  kinds: readonly LabelledKind[],
): Readonly<Record<string, FormMaker>> {
  const others = kinds.filter(({ definition }) => !Object.hasOwn(own, definition.kind));
  const plain = others.map(
    (kind) => [kind.definition.kind, (known?: Known) => plainForm(kind, known)] as const,
  );
  return Object.freeze({ ...own, ...Object.fromEntries(plain) });
}

/** The kinds of records and sets of records that are made, in the order in which they are offered. */
export const FORMS: Readonly<Record<string, FormMaker>> = withPlainForms(OWN_FORMS, LABELLED_KINDS);

/** The form of a kind; undefined where there is none of that name. */
export function formFor(kind: string, known?: Known): RecordForm | undefined {
  if (!Object.hasOwn(FORMS, kind)) return undefined;
  const form = FORMS[kind]!(known);
  return {
    ...form,
    generate(answers) {
      const made = form.generate(answers);
      return { ...made, notes: [...nameNotes(form, answers), ...made.notes] };
    },
  };
}

/** What each kind is good for, in a sentence; by the keys of {@link FORMS}. */
export const FORM_ABOUT: Readonly<Record<string, Localized>> = Object.freeze({
  dmarc: {
    en: 'Says what becomes of mail that fails, and where reports go.',
    ja: '検証に失敗したメールの扱いと、レポートの送付先を示します。',
  },
  spf: {
    en: 'Says which servers may send mail for the domain.',
    ja: 'ドメインのメールを送信してよいサーバーを示します。',
  },
  dkim: {
    en: 'Makes a pair of keys, or publishes one that is there: with it, mail is signed.',
    ja: 'メールに署名するための鍵ペアを作ります。既にある鍵の公開もできます。',
  },
  'tls-rpt': {
    en: 'Asks others for reports on whether they could deliver over TLS.',
    ja: '他のサーバーに、TLS で配送できたかのレポートを求めます。',
  },
  'mta-sts': {
    en: 'Has others deliver over TLS only: a record and a file on a web server.',
    ja: '他のサーバーに TLS でのみ配送するよう求めます。レコードと、Web サーバーに置くファイルを作ります。',
  },
  bimi: {
    en: 'Names the logo that mail programs may show beside the domain’s mail.',
    ja: 'メールソフトがこのドメインのメールに表示できるロゴを示します。',
  },
  authorisation: {
    en: 'Agrees to receive DMARC reports on other domains.',
    ja: '他のドメインの DMARC レポートの受信を承認します。',
  },
  'no-mail': {
    en: 'Says that the domain neither sends nor receives mail: null MX, SPF, DMARC and DKIM.',
    ja: 'メールの送受信に使わないドメインであることを示します(null MX、SPF、DMARC、DKIM)。',
  },
  domain: {
    en: 'SPF, DKIM, DMARC and what goes with them, in one go.',
    ja: 'SPF、DKIM、DMARC などをまとめて作ります。',
  },
});
