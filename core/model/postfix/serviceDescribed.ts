import { POSTFIX_DAEMONS } from '../../facts/postfixDaemons';
import { MASTER_COLUMNS } from '../../facts/postfixServices';
import { MASTER_FIELDS, type MasterService } from '../../syntax/masterCf';
import { message, type Message } from '../../text/message';
import type { Around } from '../around';

/** How much of a service's line is shown. */
const EXCERPT = 300;

/**
 * What a service is that main.cf, a table or another service names: its line in master.cf, and what its daemon does.
 * @param around where the open master.cf is asked for; `own` comes before it
 */
export function serviceParagraphs(
  name: string,
  around: Around | undefined,
  own?: readonly MasterService[],
): Message[] {
  const services =
    own ?? around?.system.configurations('postfix-master')[0]?.file.services.map(({ value }) => value);
  const title = message(
    { en: '**{name}** — service of master.cf', ja: '**{name}** — master.cf のサービス' },
    { name },
  );
  if (services === undefined) return [title];
  const found = services.findLast(
    ({ indented, fields }) =>
      !indented && fields.length >= MASTER_FIELDS && fields[0]!.text === name && fields[1]!.text !== 'inet',
  );
  if (found === undefined) {
    const missing = { en: 'The open master.cf has none.', ja: '開いている master.cf にはありません。' };
    return [title, message(missing)];
  }
  const command = found.fields[MASTER_FIELDS - 1]!.text;
  const words = POSTFIX_DAEMONS.has(command)
    ? MASTER_COLUMNS[MASTER_FIELDS - 1]!.values.find((value) => value.name === command)
    : undefined;
  const line = found.text.trim().replace(/\s+/g, ' ');
  return [
    title,
    ...(words === undefined ? [] : [message(words.means)]),
    message(
      { en: 'In master.cf: {line}', ja: 'master.cf での定義: {line}' },
      { line: line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line },
    ),
  ];
}
