import type { Feature } from '../host';
import { codeActions } from './codeActions';
import { completion } from './completion';
import { generator } from './generator';
import { hover } from './hover';

/** Everything that a client can ask of documents; diagnostics go their own way (server/diagnostics.ts). */
export const FEATURES: readonly Feature[] = Object.freeze([completion, hover, codeActions, generator]);
