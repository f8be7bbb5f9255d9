import * as vscode from 'vscode';
import { registerNamedFiles } from './configuration/recognise';
import { registerGenerator } from './generator';
import { isOurs } from './languages';
import type { ClientPlatform } from './platform';
import { registerRecords } from './records';
import { registerReports } from './report';
import { openRulePage } from './rulePage';
import { registerSerial } from './serial';
import { registerOrigin } from './zone/origin';
import { registerRecognition } from './zone/recognise';
import { registerZoneSnippets } from './zone/snippets';
import { createServer, type CreateClient, type ServerControl } from './server';

/**
 * Puts everything in place, on Node and in a browser alike.
 * The language server starts with the first of our documents: who only opens a report needs none.
 */
export function activateWith(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  platform: ClientPlatform,
): ServerControl {
  const server = createServer(createClient);
  const startFor = ({ languageId }: vscode.TextDocument) => {
    // A failure is shown where it happens.
    if (isOurs(languageId)) void server.start().catch(() => undefined);
  };
  context.subscriptions.push(
    server,
    vscode.commands.registerCommand('mailAuth.restartServer', () => server.restart().catch(() => undefined)),
    vscode.commands.registerCommand('mailAuth.openRulePage', (rule: unknown) =>
      openRulePage(context.extensionUri, rule),
    ),
    vscode.workspace.onDidOpenTextDocument(startFor),
  );
  registerReports(context, server, platform);
  registerGenerator(context, server, platform);
  registerRecords(context, server);
  registerSerial(context, server);
  registerZoneSnippets(context);
  registerOrigin(context, server);
  registerRecognition(context, server);
  registerNamedFiles(context, server);
  vscode.workspace.textDocuments.forEach(startFor);
  return server;
}
