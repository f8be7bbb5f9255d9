import { parseMasterCf, type MasterService } from '../syntax/masterCf';
import { masterCfDescribed } from './master/described';
import { masterCfEditing } from './master/editing';
import { masterCfExpected } from './master/expected';
import type { MasterCfFile } from './masterCfFile';
import type { Facet } from './model';
import { unitsReader } from './units';

/**
 * How Postfix's master.cf is read. What a service sets by `-o` is judged as a setting of main.cf is, at its place in
 * the service.
 */
export const masterCfReader = unitsReader<MasterService, MasterCfFile>({
  parse: parseMasterCf,
  identity: ({ text }) => text,
  facets,
  file: (services) => ({ services }),
  group: (value, members) => ({ kind: 'master-file', key: 'file', value, members }),
  expected: masterCfExpected,
  described: masterCfDescribed,
  editing: masterCfEditing,
});

function facets(service: MasterService): Facet[] {
  const settings = service.indented
    ? []
    : service.options.flatMap(({ setting, problem }): Facet[] =>
        setting === undefined || problem !== undefined ? [] : [{ kind: 'postfix-setting', value: setting }],
      );
  return [{ kind: 'master-service', value: service }, ...settings];
}
