import * as vscode from 'vscode';
import { dmarcForm } from '../../core/generator/forms/dmarc';
import type { Server } from '../server';
import { finish } from './outcome';
import { ask } from './wizard';
import { zoneOrigin } from './zone';

/** Puts the command in place that asks for a record and publishes it. */
export function registerGenerator(context: vscode.ExtensionContext, server: Server): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('mailAuth.generateRecord', () => generateRecord(server)),
  );
}

/** Asks step by step, shows the record, and does with it what is chosen. Nothing happens before that choice. */
async function generateRecord(server: Server): Promise<void> {
  const domain = await zoneOrigin(server);
  const form = dmarcForm();
  await ask(form, domain === undefined ? {} : { domain }, (answers) =>
    finish(server, form.generate(answers).records[0]!, form.title),
  );
}
