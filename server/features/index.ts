import type { Feature } from '../host';
import { codeActions } from './codeActions';
import { completion } from './completion';
import { folding } from './folding';
import { formatting } from './formatting';
import { generator } from './generator';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { links } from './links';
import { namedFiles } from './namedFiles';
import { names } from './names';
import { raiseSerial } from './raiseSerial';
import { records } from './records';
import { rename } from './rename';
import { semanticTokens } from './semanticTokens';
import { signatureHelp } from './signatureHelp';
import { symbols } from './symbols';
import { zoneActions } from './zoneActions';
import { zoneFiles } from './zoneFiles';

/** Everything that a client can ask of documents; diagnostics go their own way (server/diagnostics.ts). */
export const FEATURES: readonly Feature[] = Object.freeze([
  completion,
  hover,
  signatureHelp,
  semanticTokens,
  inlayHints,
  symbols,
  folding,
  links,
  names,
  rename,
  formatting,
  codeActions,
  generator,
  raiseSerial,
  records,
  zoneFiles,
  zoneActions,
  namedFiles,
]);
