import type { ConfigurationFiles, ConfigurationInSystem, ConfigurationKind } from './mailSystem';
import type { DocumentContext, Group, Model, Reader } from './model';
import { systemAround } from './zone/zoneView';

/** The key of the group for which a configuration is judged with all that is open beside it. */
const SYSTEM_KEY = 'mail-system';

/** A configuration's model and what it takes part in. */
interface SystemModel extends Model {
  readonly inner: Model;
  readonly context: DocumentContext;
  /** The keys of the questions that its rules asked the others. */
  readonly asked: Set<number>;
}

/**
 * The reader of a configuration that is judged as a part of the mail system as well: its models have a group for that,
 * beside those of the language itself.
 * @param file takes the configuration from a group of the language's; undefined where it is another group
 */
export function inSystem<K extends ConfigurationKind>(
  kind: K,
  reader: Reader,
  file: (group: Group) => ConfigurationFiles[K] | undefined,
): Reader {
  const wrap = (inner: Model, context: DocumentContext, previous: SystemModel | undefined): SystemModel => {
    const [whole, configuration] = wholeOf(inner, file);
    const kept = previous !== undefined && previous.configuration?.file === configuration;
    const known = context.publicKey === undefined ? {} : { publicKey: context.publicKey };
    const asked = kept ? previous.asked : new Set<number>();
    const group = (): Group => ({
      kind: 'mail-system',
      key: SYSTEM_KEY,
      members: whole.members,
      value: {
        kind,
        file: configuration,
        ...known,
        system: systemAround(context.others, (question) => asked.add(question)),
      } as ConfigurationInSystem,
    });
    const { everything, keys } = inner.changedGroups;
    return {
      ...inner,
      inner,
      context,
      asked,
      configuration: { kind, file: configuration, ...known },
      changedGroups: { everything, keys: kept ? keys : [...keys, SYSTEM_KEY] },
      allGroups: () => [...inner.allGroups(), SYSTEM_KEY],
      group: (key) => (key === SYSTEM_KEY ? group() : inner.group(key)),
      groupPlaces: (key) => inner.groupPlaces(key === SYSTEM_KEY ? whole.key : key),
      groupsIn: (span) => [...inner.groupsIn(span), SYSTEM_KEY],
      *askers(questions) {
        for (const question of questions) if (asked.has(question)) yield SYSTEM_KEY;
      },
    };
  };
  return {
    open: (text, context) => wrap(reader.open(text, context), context, undefined),
    update(previous, text) {
      const before = previous as SystemModel;
      return wrap(reader.update(before.inner, text), before.context, before);
    },
  };
}

/** The group that stands for the file as a whole, and the configuration in it. */
function wholeOf<F>(inner: Model, file: (group: Group) => F | undefined): readonly [Group, F] {
  for (const key of inner.allGroups()) {
    const group = inner.group(key);
    const found = group && file(group);
    if (group !== undefined && found !== undefined) return [group, found];
  }
  throw new TypeError('a configuration without a group for all of it');
}
