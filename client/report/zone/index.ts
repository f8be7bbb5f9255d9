import type { Server } from '../../server';
import type { Answers } from '../link';
import type { HostQuestions } from '../protocol';
import { findRecord, goToRecord } from './record';
import { allowSender } from './allow';
import { namesExist } from './names';
import { raisePolicy } from './policy';
import { workspaceZones } from './workspaceZones';

/** The questions of the report page that zone files answer. */
export type ZoneQuestion = 'goToRecord' | 'findRecord' | 'allowSender' | 'raisePolicy' | 'namesExist';

/**
 * Answers of zone files to the report page: those that are open, and where none of them answers, those of the
 * workspace. Nothing is looked up in the DNS.
 */
export function zoneAnswers(server: Server): Pick<Answers<HostQuestions>, ZoneQuestion> {
  const zones = workspaceZones(server);
  return {
    goToRecord: (wanted) => goToRecord(zones, wanted),
    findRecord: (wanted) => findRecord(zones, wanted),
    allowSender: (sender) => allowSender(zones, sender),
    raisePolicy: ({ domain, evidence }) => raisePolicy(zones, domain, evidence),
    namesExist: ({ names }) => namesExist(zones, names),
  };
}
