import * as vscode from 'vscode';
import { nameAnswers } from '../../../client/report/names';
import type { Resolver } from '../../../client/report/names/resolver';
import { writeMmdb } from '../../support/mmdb';
import { file, same } from './support';

const reports = () => vscode.workspace.getConfiguration('mailAuth.reports');
const set = async (name: string, value: unknown) =>
  reports().update(name, value, vscode.ConfigurationTarget.Workspace);

/** A resolver that knows one host, and notes what it is asked. */
function resolver(asked: string[]): Resolver {
  const answer = (question: string, found: readonly string[]) => {
    asked.push(question);
    return Promise.resolve(found);
  };
  return {
    resolvePtr: (name) => answer(`PTR ${name}`, ['mail.example.com']),
    resolve4: (name) => answer(`A ${name}`, ['8.8.8.8']),
    resolve6: (name) => answer(`AAAA ${name}`, []),
    cancel: () => undefined,
  };
}

describe('names of hosts and networks', () => {
  const database = file('networks.mmdb');

  afterEach(async () => {
    await set('addressDatabase', undefined);
    await set('lookUpNames', undefined);
    await vscode.workspace.fs.delete(database).then(undefined, () => undefined);
  });

  it('are off unless somebody turns them on', async () => {
    const asked: string[] = [];
    const names = nameAnswers({ newResolver: () => resolver(asked) });
    const { namesUnasked, database } = names.settings();
    same([namesUnasked, database], [false, undefined]);
    same(await names.answers.lookUp({ addresses: ['8.8.8.8'], names: false }), [{}]);
    same(asked, []);
    await set('lookUpNames', true);
    same(names.settings(), { names: true, namesUnasked: true });
    same(asked, [], 'questions after the setting is changed');
  });

  it('of hosts come from the resolver when they are asked for', async () => {
    const asked: string[] = [];
    const names = nameAnswers({ newResolver: () => resolver(asked) });
    const answer = await names.answers.lookUp({ addresses: ['8.8.8.8', '10.0.0.1', '9.9.9.9'], names: true });
    same(answer, [{ host: 'mail.example.com' }, {}, {}]);
    same(asked.toSorted(), [
      'A mail.example.com',
      'A mail.example.com',
      'PTR 8.8.8.8.in-addr.arpa',
      'PTR 9.9.9.9.in-addr.arpa',
    ]);
  });

  it('of hosts are not to be had in a browser', async () => {
    await set('lookUpNames', true);
    const names = nameAnswers({});
    same(names.settings(), { names: false, namesUnasked: false });
    same(await names.answers.lookUp({ addresses: ['8.8.8.8'], names: true }), [{}]);
  });

  it('of networks come from the file that is set', async () => {
    const networks = { '192.0.2.0/24': { asn: 'AS64500', as_name: 'Example', country_code: 'JP' } };
    await vscode.workspace.fs.writeFile(database, writeMmdb({ networks }));
    await set('addressDatabase', '${workspaceFolder}/networks.mmdb');
    const names = nameAnswers({});
    same(names.settings(), { names: false, namesUnasked: false, database: 'networks.mmdb' });
    same(await names.answers.lookUp({ addresses: ['198.51.100.1', '192.0.2.25'], names: false }), [
      {},
      { organisation: 'Example', asn: 'AS64500', country: 'JP' },
    ]);
  });

  it('of networks are unknown where the file is missing, a folder, or no database; nothing else fails', async () => {
    await vscode.workspace.fs.writeFile(database, Uint8Array.of(1, 2, 3));
    const asked: string[] = [];
    const names = nameAnswers({ newResolver: () => resolver(asked) });
    for (const path of [
      '${workspaceFolder}/networks.mmdb',
      '${workspaceFolder}/missing.mmdb',
      '${workspaceFolder}',
      'relative.mmdb',
      '~/there-is-no-home.mmdb',
    ]) {
      await set('addressDatabase', path);
      same(await names.answers.lookUp({ addresses: ['8.8.8.8'], names: true }), [
        { host: 'mail.example.com' },
      ]);
    }
    same(asked.length, 2, 'questions for one address, asked for five times');
  });
});
