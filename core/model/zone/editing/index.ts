import type { Editing } from '../../editing';
import type { ZoneModel } from '../zone';
import { formatZone } from './format';

/** What an editor may ask of a zone file; each answer has its own file here. */
export function zoneEditing(model: ZoneModel): Editing {
  return {
    format: (options, span) => formatZone(model, options, span),
  };
}
