import * as vscode from 'vscode';
import { completed, type Answers, type RecordForm } from '../../core/generator/form';
import { domainOf } from '../../core/generator/domain';
import { startingPoints } from '../../core/generator/startingPoint';
import { formFor } from '../../core/generator/forms';
import { spfPart } from '../../core/generator/forms/newDomain';
import { spfCost } from '../../core/generator/spfText';
import type { ClientPlatform } from '../platform';
import type { Server } from '../server';
import { registerDifference } from './difference';
import { registerFormView } from './form';
import { askKind, KINDS } from './kinds';
import { finish } from './outcome';
import { activeZone, keyFilesOf, knownFor, type Doors } from './publish';
import { askStart } from './start';
import { previewOf } from './preview';
import { askQuestions } from './wizard';

/** Puts the commands in place that ask for records and publish them. */
export function registerGenerator(
  context: vscode.ExtensionContext,
  server: Server,
  platform: ClientPlatform,
): void {
  const doors: Doors = { server, keyFiles: keyFilesOf(platform) };
  registerDifference(context);
  registerFormView(context, doors);
  context.subscriptions.push(
    vscode.commands.registerCommand('mailAuth.generateRecord', (kind?: unknown) =>
      // From a menu the command is given a document.
      generate(
        doors,
        KINDS.find((one) => one === kind),
      ),
    ),
    ...KINDS.map((kind) =>
      vscode.commands.registerCommand(`mailAuth.generate.${kind}`, (about?: unknown) =>
        generate(doors, kind, statedIn(about)),
      ),
    ),
  );
}

/** Asks step by step, shows what comes of it, and does with it what is chosen. Nothing happens before that choice. */
async function generate(doors: Doors, kind: string | undefined, stated: Answers = {}): Promise<void> {
  const zone = activeZone();
  if (kind !== undefined) {
    await wizard(doors, kind, zone, false, stated);
    return;
  }
  for (;;) {
    const chosen = await askKind();
    if (chosen.kind !== 'answer') return;
    if ((await wizard(doors, chosen.value, zone, true)) === 'done') return;
  }
}

/** The answers that who calls a command has already; menus give a document instead. */
function statedIn(about: unknown): Answers {
  if (typeof about !== 'object' || about === null || about instanceof vscode.Uri) return {};
  return Object.fromEntries(
    Object.entries(about).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The stages of a way through a form, in their order. */
type Stage = 'domain' | 'start' | 'questions' | 'outcome';

/**
 * @param back whether Back leads out of the first question
 * @param stated answers that the questions are filled in with
 */
async function wizard(
  doors: Doors,
  kind: string,
  zone: vscode.TextDocument | undefined,
  back: boolean,
  stated: Answers = {},
): Promise<'done' | 'back'> {
  const { server } = doors;
  const uri = zone?.uri.toString();
  let known = await knownFor(server, uri, stated['domain']);
  let form = formFor(kind, known)!;
  let given: Answers = known.domain === undefined ? stated : { domain: known.domain, ...stated };
  let domain = stated['domain'] ?? '';
  /** What is stated holds for its own domain. */
  const anew = (): Answers => (domain === stated['domain'] ? stated : { domain });
  let stage: Stage = 'domain';
  let backwards = false;
  for (;;) {
    switch (stage) {
      case 'domain': {
        const others = form.questions.filter(({ key }) => key in completed(form, given)).length;
        const first = { ...form, questions: form.questions.slice(0, 1) };
        const end = await askQuestions(first, given, { back, after: others });
        if (end.kind !== 'answer') return end.kind === 'back' ? 'back' : 'done';
        const asked = domainOf(completed(form, end.value)['domain'] ?? '');
        if (asked !== domain) {
          domain = asked;
          known = await knownFor(server, uri, domain);
          form = formFor(kind, known)!;
          // What was answered for another domain may not hold for this one.
          given = anew();
        }
        stage = 'start';
        backwards = false;
        break;
      }
      case 'start': {
        const points = startingPoints(form, known, domain);
        if (points.length === 0) {
          stage = backwards ? 'domain' : 'questions';
          break;
        }
        const end = await askStart(form, points);
        if (end.kind === 'cancel') return 'done';
        if (end.kind === 'answer') given = end.value ?? anew();
        stage = end.kind === 'back' ? 'domain' : 'questions';
        backwards = end.kind === 'back';
        break;
      }
      case 'questions': {
        const end = await askQuestions(form, given, {
          without: ['domain'],
          back: true,
          fromLast: backwards,
          before: 1,
          after: 1,
          preview: (full) => [...previewOf(form, full), ...costOf(form, full)],
        });
        if (end.kind === 'cancel') return 'done';
        if (end.kind === 'answer') given = end.value;
        stage = end.kind === 'back' ? 'start' : 'outcome';
        backwards = end.kind === 'back';
        break;
      }
      case 'outcome': {
        const end = await finish({ doors, form, known, zone }, completed(form, given));
        if (end.kind !== 'back') return 'done';
        stage = 'questions';
        backwards = true;
      }
    }
  }
}

/** What an SPF record costs receivers, in words. */
function costOf(form: RecordForm, full: Answers): string[] {
  const own = spfPart(form, full);
  if (own === undefined) return [];
  const { lookups, least } = spfCost(own);
  return [
    least
      ? vscode.l10n.t('at least {0} of 10 DNS lookups', lookups)
      : vscode.l10n.t('{0} of 10 DNS lookups', lookups),
  ];
}
