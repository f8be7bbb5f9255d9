import { POSTSCREEN_SET, USUAL_SERVICES, type UsualService } from '../../facts/postfixUsualServices';
import type { Candidate, Expectation } from '../../text/cursor';
import { message, type Localized } from '../../text/message';
import { MASTER_STOPS } from './format';
import { mainCfBeside, type MasterCfView } from './view';
import { serviceNamesIn } from '../postfix/services';

/** Services where a line begins: whole ones on an empty line, else their names. */
export function servicesExpected(view: MasterCfView, start: number, line: string): Expectation {
  const written = /^\S*/.exec(line)![0];
  const replace = { start, end: start + written.length };
  if (line.trim() !== written) {
    return { replace, candidates: USUAL_SERVICES.map(({ name, means }) => named(name, means)) };
  }
  const services = view.units.map(({ value }) => value.fields);
  const present = new Set(services.map(([name, type]) => `${name?.text ?? ''} ${type?.text ?? ''}`));
  const chroot = services.some((fields) => fields[4]?.text === 'y') ? 'y' : 'n';
  const missing = USUAL_SERVICES.filter(({ name, type }) => !present.has(`${name} ${type}`));
  return {
    replace,
    candidates: [
      ...wanted(view, new Set(services.map(([name]) => name?.text ?? ''))),
      ...missing.map((service) => whole(service.name, [service], service.means, chroot)),
      whole('postscreen', POSTSCREEN_SET, SET, chroot),
    ],
  };
}

const SET: Localized = {
  en: 'postscreen in front of smtpd, with the three services that it needs',
  ja: 'smtpd の前に置く postscreen と、必要な 3 つのサービス',
};
const NAMED: Localized = { en: 'main.cf names it', ja: 'main.cf で指定されています' };

/** What main.cf names and this file does not have. */
function wanted(view: MasterCfView, present: ReadonlySet<string>): Candidate[] {
  const usual = new Set(USUAL_SERVICES.map(({ name }) => name));
  const names = (mainCfBeside(view)?.settings ?? []).flatMap(({ value }) =>
    serviceNamesIn(value).map(({ name }) => name),
  );
  return [...new Set(names)]
    .filter((name) => !present.has(name) && !usual.has(name))
    .map((name): Candidate => ({
      label: name,
      kind: 'name',
      insert: fieldsLine([name, 'unix', '-', '-', 'n', '-', '-', '']),
      detail: message(NAMED),
    }));
}

function named(name: string, means: Localized): Candidate {
  return { label: name, kind: 'name', detail: message(means) };
}

function whole(
  label: string,
  services: readonly UsualService[],
  means: Localized,
  chroot: string,
): Candidate {
  return {
    label,
    kind: 'name',
    insert: services.map((service) => linesOf(service, chroot)).join('\n'),
    detail: message(means),
  };
}

function linesOf({ name, type, fields, command, more = [] }: UsualService, chroot: string): string {
  const middle = fields.split(' ').map((field) => (field === 'c' ? chroot : field));
  return [fieldsLine([name, type, ...middle, command]), ...more.map((line) => `  ${line}`)].join('\n');
}

function fieldsLine(fields: readonly string[]): string {
  let line = '';
  for (const [index, field] of fields.entries()) {
    line = index === 0 ? field : `${line} `.padEnd(MASTER_STOPS[index]!) + field;
  }
  return line;
}
