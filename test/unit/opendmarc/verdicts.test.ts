import { OPENDKIM } from '../../../core/facts/opendkim';
import { OPENDMARC } from '../../../core/facts/opendmarc';
import { heldAgainst } from '../../differential/heldAgainst';

// What the programs said is kept, so no program is needed here.
heldAgainst('opendmarc', OPENDMARC, false);
heldAgainst('opendkim', OPENDKIM, false);
