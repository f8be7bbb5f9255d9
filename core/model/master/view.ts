import type { MasterService } from '../../syntax/masterCf';
import type { ConfigurationFile, Setting } from '../configuration';
import type { MasterCfFile } from '../masterCfFile';
import type { Member } from '../model';
import type { SettingsView } from '../settings';
import type { UnitsView } from '../units';

/** A master.cf, for the questions about a place in it. */
export type MasterCfView = UnitsView<MasterService, MasterCfFile>;

/** The main.cf that belongs to it: the nearest that is open. */
export function mainCfBeside(view: MasterCfView): ConfigurationFile | undefined {
  return view.around().system.configurations('postfix-main')[0]?.file;
}

/** What a service sets for itself, before what main.cf sets for all, as a main.cf of its own. */
export function serviceSettings(view: MasterCfView, { options }: MasterService): SettingsView {
  const settings = options.flatMap(({ setting, problem }): Member<Setting>[] =>
    setting === undefined || problem !== undefined ? [] : [{ anchor: { facets: [] }, value: setting }],
  );
  const byName = new Map<string, Member<Setting>[]>();
  for (const member of settings) {
    const { name } = member.value;
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  const beside = mainCfBeside(view);
  return {
    text: view.text,
    parsed: [],
    around: () => view.around(),
    services: view.units.map(({ value }) => value),
    file: { settings, byName },
    ...(beside !== undefined && { beside }),
  };
}
