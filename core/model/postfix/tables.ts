import { postfixParameter } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import { readTable, type TableReading } from '../../values/tableSpec';
import { listWords } from '../../values/words';

/**
 * The lookup tables that a value of main.cf names, with spans within the value.
 * @param name the parameter; one's own lists of restrictions are known by their names' ending, or by `restrictions`
 */
export function tablesIn(
  name: string,
  value: string,
  restrictions = isRestrictionList(name),
): TableReading[] {
  const type = postfixParameter(name)?.type;
  const shape = type?.kind === 'text' ? type.shape : undefined;
  if (restrictions || shape === 'patterns' || shape === 'networks') {
    return listWords(value).flatMap(({ text, span }, index, words) => {
      const item = text.replace(/^!+/, '');
      if (!item.includes(':') || /^[[/]/.test(item)) return [];
      if (restrictions && words[index - 1]?.text.toLowerCase() === 'check_policy_service') return [];
      const at = span.end - item.length;
      // `{ type:name, search_order = … }` of the access restrictions.
      const inner = restrictions ? /^\{\s*([^\s,{}]+:[^\s,{}]+)/.exec(item) : null;
      if (inner !== null) return [readTable(inner[1]!, at + inner[0].length - inner[1]!.length)];
      return item.startsWith('{') ? [] : [readTable(item, at)];
    });
  }
  if (shape === 'tables') return listWords(value).map(({ text, span }) => readTable(text, span.start));
  return (shape === 'table' || shape === 'cache') && value !== '' ? [readTable(value)] : [];
}
