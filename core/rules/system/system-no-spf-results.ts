import type { ConfigurationFile } from '../../model/configuration';
import { message, type Localized } from '../../text/message';
import { listWords } from '../../values/words';
import { effectiveSetting, includesUnread, switchedTo } from '../keywordFiles';
import { countingSetting, valueOf } from '../mainCfValues';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import {
  calledMilters,
  daemonIn,
  masterBeside,
  meets,
  openDaemons,
  type CalledMilter,
  type Daemon,
  type MasterFile,
} from '../systemMilters';

export default rule({
  name: 'system-no-spf-results',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'OpenDMARC without SPF results', ja: 'SPF の結果を得られない OpenDMARC' },
  references: ['opendmarc.conf(5)', 'RFC 9989 §4.4.2'],
  check(subject, report) {
    if (subject.kind !== 'opendmarc') return;
    const { file, system } = subject;
    // Where it ignores the results of others, that is said by another rule.
    if (includesUnread(file) || switchedTo(file, 'SPFSelfValidate') === true) return;
    if (switchedTo(file, 'SPFIgnoreResults') === true) return;
    const place =
      effectiveSetting(file, 'SPFSelfValidate') ?? effectiveSetting(file, 'Socket') ?? file.settings[0];
    const mains = system.configurations('postfix-main');
    const [main] = mains;
    if (place === undefined || main === undefined || mains.length > 1) return;
    const master = masterBeside(system);
    const services = policyServices(main.file, master);
    if (
      services === undefined ||
      othersAsked(main.file, master, [daemonIn('opendmarc', file), ...openDaemons(system)])
    )
      return;
    const dead = services.filter((service) => isMissing(service, master));
    if (dead.length < services.length) return;
    report({
      anchor: place.anchor,
      span: place.value.nameSpan,
      message: message(dead.length === 0 ? NOBODY : DEAD, { service: dead[0] ?? '' }),
      ...(place.value.name.toLowerCase() === 'spfselfvalidate' && {
        fixes: [
          {
            title: message({
              en: 'Have OpenDMARC check SPF itself',
              ja: 'OpenDMARC 自身に SPF を検査させる',
            }),
            edits: [{ span: place.value.valueSpan, text: 'true' }],
          },
        ],
      }),
    });
  },
});

const NOBODY: Localized = {
  en: 'OpenDMARC relies on SPF results that others add, and the open main.cf has nobody who does: no policy service, no other milter. Mail that only SPF vouches for fails DMARC. Set `SPFSelfValidate true`, or add a policy service that checks SPF.',
  ja: 'OpenDMARC は他のプログラムが付ける SPF の結果を使いますが、開いている main.cf にはそれを付けるポリシーサービスも他の milter もありません。SPF だけで認証されるメールは DMARC に失敗します。`SPFSelfValidate true` を設定するか、SPF を検査するポリシーサービスを加えてください。',
};

const DEAD: Localized = {
  en: 'OpenDMARC relies on SPF results that others add, and the policy service `{service}` of main.cf is not among the services of the open master.cf, or commented out there. Mail that only SPF vouches for fails DMARC. Enable the service, or set `SPFSelfValidate true`.',
  ja: 'OpenDMARC は他のプログラムが付ける SPF の結果を使いますが、main.cf のポリシーサービス `{service}` は開いている master.cf にないか、コメントになっています。SPF だけで認証されるメールは DMARC に失敗します。サービスを有効にするか、`SPFSelfValidate true` を設定してください。',
};

const LISTS = ['client', 'helo', 'sender', 'relay', 'recipient', 'data', 'end_of_data'];

/** The policy services that main.cf or a service of master.cf asks; undefined where that cannot be told. */
function policyServices(main: ConfigurationFile, master: MasterFile | undefined): string[] | undefined {
  const found: string[] = [];
  for (const list of LISTS) {
    const name = `smtpd_${list}_restrictions`;
    // No default has one.
    if (countingSetting(main, name) === undefined) continue;
    const value = valueOf(main, name);
    if (value === undefined) return undefined;
    const words = listWords(value).map(({ text }) => text);
    words.forEach((word, index) => {
      if (word === 'check_policy_service') found.push(words[index + 1] ?? '');
    });
  }
  // A list of its own that the file names may hold one.
  if (countingSetting(main, 'smtpd_restriction_classes') !== undefined) return undefined;
  const inServices = (master?.services ?? []).some(({ value: { options } }) =>
    options.some(({ setting }) => setting?.value.text.includes('check_policy_service') === true),
  );
  return inServices ? undefined : found;
}

/** Whether milters are asked that are none of these daemons: one of them may check SPF. */
function othersAsked(
  main: ConfigurationFile,
  master: MasterFile | undefined,
  daemons: readonly (Daemon | undefined)[],
): boolean {
  const milters = calledMilters(main, master);
  const isKnown = (milter: CalledMilter): boolean =>
    daemons.some((daemon) => daemon !== undefined && meets(milter, daemon, main, master));
  return milters?.every(isKnown) !== true;
}

/** Whether a service is one of master.cf's own that the open master.cf does not have. */
function isMissing(service: string, master: MasterFile | undefined): boolean {
  const name = /^\{?\s*unix:(?:private|public)\/([^\s,}]+)/.exec(service)?.[1];
  if (name === undefined || master === undefined) return false;
  return !master.services.some(({ value }) => fieldsOf(value)?.service.text === name);
}
