import * as vscode from 'vscode';
import { closeAll, contains, file, finding, fixesFor, hoverAt, ids, labelOf } from './support';
import { ruleOf, same, show, showNew, suggestionsAt, until } from './support';

describe('files that say what they are by their names', () => {
  for (const [name, language] of [
    ['example.org.zone', 'dns-zone'],
    ['main.cf', 'postfix-main'],
    ['master.cf', 'postfix-master'],
    ['opendmarc.conf', 'opendmarc'],
    ['opendkim.conf', 'opendkim'],
    ['ignore.hosts', 'mail-hosts'],
  ] as const) {
    it(`${name} is ${language}`, async () => {
      same((await vscode.workspace.openTextDocument(file(name))).languageId, language);
    });
  }
});

describe('a file that says what it is by its first lines', () => {
  afterEach(closeAll);

  it('becomes a zone, once', async () => {
    const { document } = await show('internal.db');
    await until('the language', () => languageNow(document.uri) === 'dns-zone' || undefined);
    // Who chooses otherwise is left alone.
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until('the other language', () => languageNow(document.uri) === 'plaintext' || undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    same(languageNow(document.uri), 'plaintext');
  });
});

/** The language that a document has by now: a change of it opens the document anew. */
function languageNow(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
    ?.languageId;
}

describe('a zone', () => {
  afterEach(closeAll);

  it('has its DMARC typo marked, and mended by the quick fix', async () => {
    const { document } = await show('example.org.zone');
    const typo = await finding(document, 'rejct');
    same(ruleOf(typo), 'dmarc-bad-value');
    same(typo.severity, vscode.DiagnosticSeverity.Error);
    contains(typo.message, '`rejct`');
    const fixes = await fixesFor(document, typo);
    const fix = fixes.find(({ edit }) => edit !== undefined);
    if (fix?.edit === undefined)
      throw new Error(`no edit among: ${fixes.map(({ title }) => title).join(', ')}`);
    same(await vscode.workspace.applyEdit(fix.edit), true);
    contains(document.getText(), '"v=DMARC1; p=reject; rua=');
    await until(`no finding more, of ${ids(document)}`, () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        ? undefined
        : true,
    );
  });

  it('is checked before it is a file, and while it is typed', async () => {
    const editor = await showNew('dns-zone', '$ORIGIN example.org.\n_dmarc TXT "v=DMARC1; p=none"\n');
    const { document } = editor;
    await until('a first finding', () => vscode.languages.getDiagnostics(document.uri)[0]);
    await editor.edit((builder) => {
      builder.insert(document.lineAt(1).range.end.translate(0, -1), '; adkim=x');
    });
    same(ruleOf(await finding(document, 'x')), 'dmarc-bad-value');
  });

  it('suggests the tags that are still missing', async () => {
    const { document } = await showNew('dns-zone', '$ORIGIN example.org.\n_dmarc TXT "v=DMARC1; p=none; "\n');
    const labels = (await suggestionsAt(document, 'p=none; |')).map(labelOf);
    for (const tag of ['rua', 'adkim', 'sp'])
      same(
        labels.some((label) => label.startsWith(tag)),
        true,
        tag,
      );
    same(labels.includes('p'), false, 'p, which is there');
  });

  it('suggests the values of a tag', async () => {
    const { document } = await showNew('dns-zone', '$ORIGIN example.org.\n_dmarc TXT "v=DMARC1; p="\n');
    const labels = (await suggestionsAt(document, 'p=|"')).map(labelOf);
    same(labels.sort(), ['none', 'quarantine', 'reject']);
  });

  it('explains a tag', async () => {
    const { document } = await show('example.org.zone');
    contains(await hoverAt(document, 'r|ua=mailto'), 'rua');
  });
});

describe('main.cf', () => {
  afterEach(closeAll);

  it('has an unknown parameter and a value of the wrong type marked', async () => {
    const { document } = await show('main.cf');
    contains(ruleOf(await finding(document, 'smtpd_milter')), 'postfix-');
    contains(ruleOf(await finding(document, 'ja')), 'postfix-');
  });

  it('suggests parameters, and explains one', async () => {
    const { document } = await showNew('postfix-main', 'smtpd_mil\nmilter_default_action = accept\n');
    const labels = (await suggestionsAt(document, 'smtpd_mil|')).map(labelOf);
    same(labels.includes('smtpd_milters'), true, `smtpd_milters among ${labels.length}`);
    contains(await hoverAt(document, 'milter_default|_action'), 'milter_default_action');
  });

  it('suggests the values of an enumerated parameter', async () => {
    const { document } = await showNew('postfix-main', 'milter_default_action = \n');
    const labels = (await suggestionsAt(document, 'milter_default_action = |')).map(labelOf);
    for (const value of ['accept', 'tempfail', 'quarantine']) same(labels.includes(value), true, value);
  });
});

describe('opendmarc.conf', () => {
  afterEach(closeAll);

  it('has a value of the wrong type marked', async () => {
    const { document } = await show('opendmarc.conf');
    contains(ruleOf(await finding(document, 'maybe')), 'opendmarc-');
  });

  it('suggests keywords, and explains one', async () => {
    const { document } = await showNew('opendmarc', 'Rej\nSocket inet:8893@localhost\n');
    const labels = (await suggestionsAt(document, 'Rej|')).map(labelOf);
    same(labels.includes('RejectFailures'), true, 'RejectFailures');
    contains(await hoverAt(document, 'So|cket'), 'Socket');
  });
});

describe('the settings', () => {
  const settings = () => vscode.workspace.getConfiguration('mailAuth');
  afterEach(async () => {
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('turn a rule off, and give it another severity', async () => {
    const { document } = await show('example.org.zone');
    await finding(document, 'rejct');
    const target = vscode.ConfigurationTarget.Workspace;
    await settings().update('rules', { 'dmarc-bad-value': 'warning' }, target);
    await until('a warning', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .find(({ severity }) => severity === vscode.DiagnosticSeverity.Warning),
    );
    await settings().update('rules', { 'dmarc-bad-value': 'off' }, target);
    await until('no finding', () => (ids(document).includes('dmarc-bad-value') ? undefined : true));
  });
});

describe('the language server', () => {
  afterEach(closeAll);

  it('can be started anew, and goes on checking', async () => {
    const editor = await show('example.org.zone');
    const { document } = editor;
    await finding(document, 'rejct');
    await vscode.commands.executeCommand('mailAuth.restartServer');
    await finding(document, 'rejct');
    await editor.edit((builder) => {
      builder.replace(document.lineAt(4).range, '_dmarc IN TXT "v=DMARC1; p=reject; sp=rejet"');
    });
    await finding(document, 'rejet');
  });

  it('opens the page of a rule', async () => {
    await vscode.commands.executeCommand('mailAuth.openRulePage', 'dmarc-bad-value');
    await until('the page', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('dmarc-bad-value') === true
        ? true
        : undefined,
    );
  });
});
