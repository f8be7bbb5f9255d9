import { OPENDMARC } from '../../core/facts/opendmarc';
import { heldAgainst } from './heldAgainst';

heldAgainst('opendmarc', OPENDMARC, true);
