import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import { NOTHING_KNOWN, type Known } from '../../core/generator/known';
import {
  GENERATOR_KNOWN,
  REVIEW_RECORDS,
  type GeneratorKnownParams,
  type RecordReview,
  type ReviewRecordsParams,
} from '../../core/generator/protocol';
import type { Message } from '../../core/text/message';
import type { Server } from '../server';
import { readFiles } from '../workspaceFiles';
import { inWords } from './words';

/** Files that tell of addresses, signing keys and policies, with their languages. */
const TELLING: Readonly<Record<string, string>> = {
  'main.cf': 'postfix-main',
  'opendkim.conf': 'opendkim',
  KeyTable: 'opendkim-keytable',
  'key.table': 'opendkim-keytable',
  'mta-sts.txt': 'mta-sts-policy',
};

/** So many of them are read. */
const MOST_FILES = 30;

async function tellingFiles(): Promise<GeneratorKnownParams['files']> {
  const glob = `**/{${Object.keys(TELLING).join(',')}}`;
  const uris = await vscode.workspace.findFiles(glob, '**/node_modules/**', MOST_FILES);
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const files = await readFiles(uris.filter((uri) => !open.has(uri.toString())));
  return files.flatMap(({ uri, text }) => {
    const name = vscode.Uri.parse(uri).path.replace(/^.*\//, '');
    const languageId = TELLING[name];
    return languageId === undefined ? [] : [{ languageId, text }];
  });
}

/**
 * What the open documents and the configurations of the workspace tell of a domain. Never rejects: without an answer,
 * nothing is known.
 * @param uri of the zone that is meant where no domain is stated
 * @param domain without final dot
 */
export async function knownFor(server: Server, uri?: string, domain?: string): Promise<Known> {
  const files = await tellingFiles().catch(() => []);
  const params: GeneratorKnownParams = {
    ...(uri !== undefined && { uri }),
    ...(domain !== undefined && { domain }),
    ...(files !== undefined && { files }),
  };
  return server.request<Known>(GENERATOR_KNOWN, params).catch(() => NOTHING_KNOWN);
}

/**
 * What is to be said of records that are published together, one review a record. Never rejects: without an answer,
 * nothing is said.
 * @param zone the open zone that they would go into
 */
export async function reviewed(
  server: Server,
  records: readonly GeneratedRecord[],
  zone?: vscode.Uri,
): Promise<readonly RecordReview[]> {
  const params: ReviewRecordsParams = { records, ...(zone !== undefined && { uri: zone.toString() }) };
  return server.request<readonly RecordReview[]>(REVIEW_RECORDS, params).catch(() => []);
}

/** The lines of a fact, without what makes Markdown of them. */
export function factLines(fact: Message): string[] {
  return inWords(fact)
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*- /, '')
        .replaceAll('`', '')
        .replaceAll('**', ''),
    )
    .filter((line) => line !== '');
}
