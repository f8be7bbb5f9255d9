import { TABLE_ACTIONS } from '../../facts/postfixActions';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { TableLine } from '../../syntax/lookupTable/line';
import type { Setting } from '../../syntax/setting';
import { allTables } from '../../values/tableSpec';
import type { LookupTable } from '../lookupTableFile';
import { tablesIn } from '../postfix/tables';
import type { Around, UnitsView } from '../units';

/** A lookup table, for the questions about a place in it. */
export type TableView = UnitsView<TableLine, LookupTable>;

/** As much of a table as its purpose is told from. */
export interface AskedTable {
  readonly units: readonly { readonly value: TableLine }[];
  around(): Around;
}

/** What a table is asked for: whether mail may pass; what becomes of a header; where mail goes; something else. */
export type TablePurpose = 'access' | 'checks' | 'transport' | 'other';

/**
 * What a table is for: what an open main.cf or master.cf that names it asks of it, else what its name and its other
 * lines say. Undefined where nothing tells.
 */
export function purposeOf(view: AskedTable): TablePurpose | undefined {
  const { fileName, system } = view.around();
  if (fileName !== undefined) {
    const settings = [
      ...system.configurations('postfix-main').flatMap(({ file }) => file.settings.map(({ value }) => value)),
      ...system
        .configurations('postfix-master')
        .flatMap(({ file }) =>
          file.services.flatMap(({ value }) => value.options.flatMap(({ setting }) => setting ?? [])),
        ),
    ];
    const asking = settings.find((setting) => names(setting, fileName));
    if (asking !== undefined) return purposeIn(asking);
  }
  return byName(fileName ?? '') ?? byLines(view);
}

/** Whether a setting names a table whose file is called so; the folder may be a copy of the machine's. */
function names({ name, value }: Setting, fileName: string): boolean {
  if (!value.text.includes(fileName)) return false;
  return tablesIn(name, value.text, isList(name, value.text)).some(
    ({ spec }) =>
      spec !== undefined &&
      [...allTables(spec)].some((table) => table.name.slice(table.name.lastIndexOf('/') + 1) === fileName),
  );
}

function isList(name: string, text: string): boolean {
  return isRestrictionList(name) || /\bcheck_\w+_access\b/.test(text);
}

function purposeIn({ name, value }: Setting): TablePurpose {
  if (isList(name, value.text) || name === 'postscreen_access_list') return 'access';
  if (/(?:header|body)_checks$/.test(name)) return 'checks';
  return /transport_maps$/.test(name) ? 'transport' : 'other';
}

function byName(fileName: string): TablePurpose | undefined {
  if (/access/i.test(fileName)) return 'access';
  if (/checks/i.test(fileName)) return 'checks';
  if (/transport/i.test(fileName)) return 'transport';
  return /^(?:virtual|canonical|relocated|generic|aliases|vmailbox|sasl_passwd|tls_policy)/i.test(fileName)
    ? 'other'
    : undefined;
}

/** How many lines are looked at. */
const MOST_LINES = 200;

/** What the first lines that have a result say. */
function byLines({ units }: AskedTable): TablePurpose | undefined {
  let results = 0;
  for (const { value } of units.slice(0, MOST_LINES)) {
    const word = value.result && /^\S+/.exec(value.result.text)?.[0];
    if (word === undefined) continue;
    results++;
    const action = TABLE_ACTIONS.get(word.toUpperCase());
    if (action !== undefined) return action.where === 'checks' ? 'checks' : 'access';
  }
  // One line alone may be the one that is being written.
  return results > 1 ? 'other' : undefined;
}
