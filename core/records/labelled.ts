import type { RecordDefinition } from './definition';
import { MTA_STS_LABELS, mtaStsDefinition } from './mtaSts';
import { TLS_RPT_LABELS, tlsRptDefinition } from './tlsRpt';

/** A record that stands at labels of its own in front of the domain, with what it is made of. */
export interface LabelledKind {
  readonly definition: RecordDefinition;
  readonly labels: readonly string[];
}

/** Those that somebody publishes today. One that is added here has a form at once (`core/generator/forms`). */
export const LABELLED_KINDS: readonly LabelledKind[] = Object.freeze<LabelledKind[]>([
  { definition: mtaStsDefinition, labels: MTA_STS_LABELS },
  { definition: tlsRptDefinition, labels: TLS_RPT_LABELS },
]);
