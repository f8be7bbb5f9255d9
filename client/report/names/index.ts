import * as vscode from 'vscode';
import { platformOf } from '../../../core/report';
import { visible } from '../../../core/report/visible';
import type { ClientPlatform } from '../../platform';
import type { Answers } from '../link';
import type { HostQuestions, PageSettings } from '../protocol';
import { addressDatabase, type DatabaseTrouble, type FoundFile } from './database';
import { hostNames } from './hostNames';
import { fileName, placeOf } from './place';

/** Names of hosts and of the networks they are in. */
export interface NameAnswers {
  readonly answers: Pick<Answers<HostQuestions>, 'lookUp'>;
  /** What the page needs to know of names, as it is set now. */
  settings(): Pick<PageSettings, 'names' | 'namesUnasked' | 'database'>;
  /** Tells whether a change of settings changes what `settings` gives. */
  isAffected(change: vscode.ConfigurationChangeEvent): boolean;
  dispose(): void;
}

const section = 'mailAuth.reports';
const databaseSetting = `${section}.addressDatabase`;

/**
 * Answers who an address is: by the DNS where the question says so, and by the address database that is set. One for
 * all report pages, as it remembers what it found. Nothing is asked and no file is read before a page asks.
 */
export function nameAnswers({
  newResolver,
  home,
}: Pick<ClientPlatform, 'newResolver' | 'home'>): NameAnswers {
  const names = newResolver === undefined ? undefined : hostNames(newResolver);
  const database = addressDatabase((setting) => findFile(setting, home), platformOf(globalThis));
  const toldOnce = once();

  const setting = (): string => {
    const path = vscode.workspace.getConfiguration(section).get<unknown>('addressDatabase');
    return typeof path === 'string' ? path.trim() : '';
  };

  const owners = async (addresses: readonly string[]) => {
    const path = setting();
    if (path === '') return [];
    const found = await database.owners(path, addresses);
    if ('kind' in found) {
      toldOnce('database', `${path} ${found.kind}`, () => void tellDatabaseTrouble(path, found));
      return [];
    }
    toldOnce('database', undefined);
    return found;
  };

  const hosts = async (addresses: readonly string[]) => {
    if (names === undefined) return [];
    const { names: found, failed } = await names.of(addresses);
    toldOnce('names', failed, () => {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Host names could not be looked up: the resolver of this machine says “{0}”.',
          failed ?? '',
        ),
      );
    });
    return found;
  };

  return {
    answers: {
      async lookUp({ addresses, names: byName }) {
        const [host, owner] = await Promise.all([byName ? hosts(addresses) : [], owners(addresses)]);
        return addresses.map((_, i) => ({ ...(host[i] !== undefined && { host: host[i] }), ...owner[i] }));
      },
    },
    settings() {
      const path = setting();
      return {
        names: names !== undefined,
        namesUnasked:
          names !== undefined &&
          vscode.workspace.getConfiguration(section).get<unknown>('lookUpNames') === true,
        database: path === '' ? undefined : visible(fileName(path)),
      };
    },
    isAffected: (change) =>
      change.affectsConfiguration(databaseSetting) || change.affectsConfiguration(`${section}.lookUpNames`),
    dispose() {
      names?.dispose();
    },
  };
}

/** Tells a trouble of a kind once, until it is another one or has gone. */
function once(): (kind: string, trouble: string | undefined, tell?: () => void) => void {
  const told = new Map<string, string>();
  return (kind, trouble, tell) => {
    if (trouble === undefined) {
      told.delete(kind);
    } else if (told.get(kind) !== trouble) {
      told.set(kind, trouble);
      tell?.();
    }
  };
}

async function tellDatabaseTrouble(path: string, trouble: DatabaseTrouble): Promise<void> {
  const openSetting = vscode.l10n.t('Open Setting');
  const said = databaseSentence(visible(path), trouble);
  if ((await vscode.window.showWarningMessage(said, openSetting)) === openSetting) {
    await vscode.commands.executeCommand('workbench.action.openSettings', databaseSetting);
  }
}

function databaseSentence(path: string, trouble: DatabaseTrouble): string {
  switch (trouble.kind) {
    case 'unreadable':
      return vscode.l10n.t('The address database {0} cannot be read: {1}', path, trouble.reason);
    case 'too-large': {
      const size = String(Math.round(trouble.size / 2 ** 20));
      return vscode.l10n.t('The address database {0} is too large: {1} MiB, of at most 1024.', path, size);
    }
    case 'not-a-database':
      return {
        compressed: vscode.l10n.t(
          '{0} is compressed. Unpack it and name the .mmdb file that is in it.',
          path,
        ),
        'no-metadata': vscode.l10n.t(
          '{0} is no address database in MaxMind’s format (.mmdb), or its end is missing.',
          path,
        ),
        'unknown-version': vscode.l10n.t(
          'The address database {0} is of a version of MaxMind’s format that is not known here.',
          path,
        ),
        'damaged-metadata': vscode.l10n.t('The address database {0} is damaged.', path),
        truncated: vscode.l10n.t('The address database {0} is not complete.', path),
      }[trouble.problem];
  }
}

/** @throws Error (rejects) where there is no such file */
async function findFile(setting: string, home: string | undefined): Promise<FoundFile> {
  const place = placeOf(setting, home);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (place === undefined || ('below' in place && folder === undefined)) {
    throw new Error(vscode.l10n.t('The path must begin with /, a drive, ~ or ${workspaceFolder}.'));
  }
  const uri = 'file' in place ? vscode.Uri.file(place.file) : vscode.Uri.joinPath(folder!, place.below);
  const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
  // Neither a folder nor a device, which may have no end.
  if ((type & vscode.FileType.File) === 0) throw new Error(vscode.l10n.t('It is not a file.'));
  return { size, version: mtime + size / 2 ** 40, read: async () => vscode.workspace.fs.readFile(uri) };
}
