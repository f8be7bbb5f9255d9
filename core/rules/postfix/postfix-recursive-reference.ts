import { isExpanded, counts, MOST_SEARCHES, valuePart } from '../postfixSettings';
import type { ConfigurationFile } from '../../model/configuration';
import { message } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { rule } from '../rule';

export default rule({
  name: 'postfix-recursive-reference',
  on: 'postfix-file',
  severity: 'error',
  title: { en: 'A `$name` that leads back to itself', ja: '自分自身に戻る `$name`' },
  references: ['postconf(5)'],
  check(file, report) {
    const leads = edges(file);
    let searches = 0;
    for (const [name, members] of file.byName) {
      const member = members.findLast(({ value }) => counts(value));
      if (member === undefined || !leads.has(name)) continue;
      for (const reference of readExpansion(member.value.value.text).references) {
        if (++searches > MOST_SEARCHES) return;
        const path = pathTo(leads, reference.name, name);
        if (path === undefined) continue;
        report({
          anchor: member.anchor,
          span: valuePart(member.value, reference.span),
          message: message(
            {
              en: '`${reference}` leads back to `{name}` ({path}). Postfix stops with an error when it puts the value together. Break the circle.',
              ja: '`${reference}` をたどると `{name}` に戻ります ({path})。Postfix は値を展開するときにエラーで停止します。循環を断ってください。',
            },
            { reference: reference.name, name, path: [name, ...path].join(' → ') },
          ),
        });
      }
    }
  },
});

/** Which names the setting that counts of each name leads to. */
function edges(file: ConfigurationFile): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, members] of file.byName) {
    const setting = members.findLast(({ value }) => counts(value))?.value;
    if (setting === undefined || !isExpanded(setting)) continue;
    const names = readExpansion(setting.value.text).references.map((reference) => reference.name);
    if (names.length > 0) found.set(name, names);
  }
  return withoutEnds(found);
}

/** Leaves out the names that lead to none of the others, and what then leads to none: they lie in no circle. */
function withoutEnds(leads: Map<string, readonly string[]>): Map<string, readonly string[]> {
  const users = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, names] of leads) {
    const inner = names.filter((next) => leads.has(next));
    open.set(name, inner.length);
    for (const next of inner) {
      const list = users.get(next);
      if (list === undefined) users.set(next, [name]);
      else list.push(name);
    }
  }
  const ends = [...open].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (const end of ends) {
    leads.delete(end);
    for (const user of users.get(end) ?? []) {
      const left = open.get(user)! - 1;
      open.set(user, left);
      if (left === 0) ends.push(user);
    }
  }
  return leads;
}

/** The names on the way from one to another, the last included; undefined where no way leads there. */
function pathTo(
  leads: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const name of queue) {
    if (name === to) {
      const path = [name];
      for (let at = before.get(name); at !== undefined; at = before.get(at)) path.unshift(at);
      return path;
    }
    for (const next of leads.get(name) ?? []) {
      if (before.has(next)) continue;
      before.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}
