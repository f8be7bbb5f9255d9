// Which services main.cf and master.cf know of each other, for the rules about the mail system.
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { ConfigurationInSystem } from '../model/mailSystem';
import type { Anchor, Member } from '../model/model';
import type { MasterCfFile } from '../model/masterCfFile';
import { readExpansion } from '../values/expansion';
import { fieldsOf } from './masterServices';
import { counts, isExpanded, referencedNames, restrictionClasses } from './postfixSettings';

/** A setting, and the anchor from which its spans count. */
export interface AnchoredSetting {
  readonly anchor: Anchor;
  readonly value: Setting;
}

/** What a main.cf and a master.cf have to do with each other; undefined where they are not open together. */
export interface PostfixPair {
  readonly main: ConfigurationFile;
  readonly master: MasterCfFile;
  /** The settings of the document that is judged. */
  readonly own: readonly AnchoredSetting[];
}

/** The pair that a document is one of, with the nearest of the other kind. */
export function pairOf(subject: ConfigurationInSystem): PostfixPair | undefined {
  if (subject.kind === 'postfix-main') {
    const master = subject.system.configurations('postfix-master')[0]?.file;
    return master && { main: subject.file, master, own: settingsOfMain(subject.file) };
  }
  if (subject.kind === 'postfix-master') {
    const main = subject.system.configurations('postfix-main')[0]?.file;
    return main && { main, master: subject.file, own: settingsOfMaster(subject.file) };
  }
  return undefined;
}

/** The settings of a main.cf that count: of each name the last. */
function settingsOfMain(file: ConfigurationFile): AnchoredSetting[] {
  return [...file.byName.values()].flatMap(
    (members): readonly Member<Setting>[] | Member<Setting> =>
      members.findLast(({ value }) => counts(value)) ?? [],
  );
}

/** What the services of a master.cf set by `-o`. */
export function settingsOfMaster({ services }: MasterCfFile): AnchoredSetting[] {
  return services.flatMap(({ anchor, value: service }) =>
    fieldsOf(service) === undefined
      ? []
      : service.options.flatMap(({ setting, problem }) =>
          setting === undefined || problem !== undefined ? [] : [{ anchor, value: setting }],
        ),
  );
}

/** The names under which services can be reached by others of Postfix: those that are not at a port. */
export function reachableServices({ services }: MasterCfFile): Set<string> {
  return new Set(
    services.flatMap(({ value }) => {
      const fields = fieldsOf(value);
      return fields === undefined || fields.type.text === 'inet' ? [] : [fields.service.text];
    }),
  );
}

/** Every name that a main.cf makes use of: as `$name`, or as a list of restrictions. */
export function namesUsedByMain(file: ConfigurationFile): Set<string> {
  return new Set([...referencedNames(file), ...restrictionClasses(file)]);
}

/** Every name that the services of a master.cf use as `$name`. */
export function namesUsedByMaster(file: MasterCfFile): Set<string> {
  return new Set(
    settingsOfMaster(file).flatMap(({ value }) =>
      isExpanded(value) ? readExpansion(value.value.text).references.map(({ name }) => name) : [],
    ),
  );
}
