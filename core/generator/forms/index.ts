import type { RecordForm } from '../form';
import type { Known } from '../known';
import { bimiForm } from './bimi';
import { dkimForm } from './dkim';
import { dmarcForm } from './dmarc';
import { mtaStsForm } from './mtaSts';
import { newDomainForm } from './newDomain';
import { noMailForm } from './noMail';
import { reportAuthorisationForm } from './reportAuthorisation';
import { spfForm } from './spf';
import { tlsRptForm } from './tlsRpt';

/** The kinds of records and sets of records that are made, in the order in which they are offered. */
export const FORMS: Readonly<Record<string, (known?: Known) => RecordForm>> = Object.freeze({
  dmarc: dmarcForm,
  spf: spfForm,
  dkim: dkimForm,
  'tls-rpt': tlsRptForm,
  'mta-sts': mtaStsForm,
  bimi: bimiForm,
  authorisation: reportAuthorisationForm,
  'no-mail': noMailForm,
  domain: newDomainForm,
});

/** The form of a kind; undefined where there is none of that name. */
export function formFor(kind: string, known?: Known): RecordForm | undefined {
  return Object.hasOwn(FORMS, kind) ? FORMS[kind]!(known) : undefined;
}
