import { OPENDKIM } from '../../core/facts/opendkim';
import { heldAgainst } from './heldAgainst';

heldAgainst('opendkim', OPENDKIM, true);
