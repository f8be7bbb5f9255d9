import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OPENDKIM_DIALECT, OPENDMARC_DIALECT, parseKeywordFile } from '../../../core/syntax/keywordFile';
import { namedTables } from '../../../core/syntax/milterTables';
import { keyFields, parseColumns, signerKey } from '../../../core/syntax/columnFile';

function read(text: string, dialect = OPENDMARC_DIALECT): string[] {
  return parseKeywordFile(text, dialect).map(({ setting }) => `${setting.name}=${setting.value.text}`);
}

function problems(text: string, dialect = OPENDMARC_DIALECT): string[] {
  return parseKeywordFile(text, dialect).flatMap(({ at, setting }) =>
    setting.problems.map(({ kind, span }) => `${kind} ${at + span.start}-${at + span.end}`),
  );
}

describe('opendmarc.conf and opendkim.conf are read as their programs read them', () => {
  it('parts keyword and value at blanks and tabs alone', () => {
    assert.deepEqual(read(' Syslog \t true \nUserID a:b c\n\n \nFoo\u00a0x'), [
      'Syslog=true',
      'UserID=a:b c',
      'Foo\u00a0x=',
    ]);
  });

  it('ends a line at a # wherever it stands', () => {
    assert.deepEqual(read('#a\nSyslog true # b\nAuthservID a#b\n'), ['Syslog=true', 'AuthservID=a']);
    assert.deepEqual(problems('Syslog true # b\nAuthservID a#b\n'), ['cut-value 28-30']);
  });

  it('notes a keyword without a value', () => {
    assert.deepEqual(problems('Syslog\nPidFile # x\n'), ['missing-value 0-6', 'missing-value 7-14']);
  });

  it('keeps a CR in OpenDMARC and cuts at it in OpenDKIM', () => {
    assert.deepEqual(read('UMask 002\r\n\r\n'), ['UMask=002\r', '\r=']);
    assert.deepEqual(problems('UMask 002\r\n'), ['carriage-return 9-10']);
    assert.deepEqual(read('UMask 002\r\n\r\n', OPENDKIM_DIALECT), ['UMask=002']);
    assert.deepEqual(problems('UMask 002\r\n', OPENDKIM_DIALECT), []);
  });

  it('takes what follows 1,023 octets for another line in OpenDMARC only', () => {
    const head = `DomainWhitelist ${'a'.repeat(1007)}`;
    assert.deepEqual(read(`${head}Syslog true\n`), [head.replace(' ', '='), 'Syslog=true']);
    assert.deepEqual(problems(`${head}Syslog true\n`), ['overlong-line 1022-1023']);
    assert.deepEqual(problems(`${head.slice(1)}\n`), []);
    assert.deepEqual(problems(`${head}Syslog true\n`, OPENDKIM_DIALECT), []);
    // Octets, not characters, count.
    assert.deepEqual(read(`# ${'あ'.repeat(340)}x\n`), []);
    assert.deepEqual(read(`# ${'あ'.repeat(340)}xSyslog true\n`), ['Syslog=true']);
  });

  it('never fails, and every span stands for the characters it claims', () => {
    const piece = fc.constantFrom('a', '=', ' ', '\t', '\n', '\r', '#', 'é', '😀', 'x'.repeat(600));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (parts, first) => {
        const text = parts.join('');
        for (const { at, setting } of parseKeywordFile(text, first ? OPENDMARC_DIALECT : OPENDKIM_DIALECT)) {
          assert.equal(text.slice(at, at + setting.text.length), setting.text);
          assert.equal(setting.text.slice(setting.nameSpan.start, setting.nameSpan.end), setting.name);
          assert.equal(
            setting.text.slice(setting.valueSpan.start, setting.valueSpan.end),
            setting.value.text,
          );
        }
      }),
    );
  }).timeout(120_000);

  it('reads rows of columns: host lists, KeyTables, SigningTables', () => {
    const text = '127.0.0.1\n 192.0.2.0/24 \t# ours\n#x\n\nmail\ta.example:s:/k \r\n*@b.example#c\n';
    assert.deepEqual(
      parseColumns(text).map(({ at, setting: { name, nameSpan, value, valueSpan } }) => [
        name,
        text.slice(at + nameSpan.start, at + nameSpan.end),
        value.text,
        text.slice(at + valueSpan.start, at + valueSpan.end),
      ]),
      [
        ['127.0.0.1', '127.0.0.1', '', ''],
        ['192.0.2.0/24', '192.0.2.0/24', '', ''],
        ['mail', 'mail', 'a.example:s:/k', 'a.example:s:/k'],
        ['*@b.example', '*@b.example', '', ''],
      ],
    );
  });

  it('parts the fields of a KeyTable’s row, in whose last one colons may stand', () => {
    assert.deepEqual(keyFields('a.example:s:/k:1'), {
      domain: 'a.example',
      selector: 's',
      key: '/k:1',
      selectorStart: 10,
      keyStart: 12,
    });
    for (const broken of ['', 'a', 'a:s', 'a:s:', 'a::/k', ':s:/k'])
      assert.equal(keyFields(broken), undefined);
    assert.equal(signerKey('mail:user@example.com'), 'mail');
    assert.equal(signerKey('mail'), 'mail');
  });
});

describe('the tables that a configuration names', () => {
  it('are known by the names of their files', () => {
    const text = [
      'KeyTable file:/etc/opendkim/keys # ours',
      '\tsigningtable refile:/etc/opendkim/senders.list',
      'InternalHosts 192.0.2.0/24, 10.0.0.0/8',
      'PeerList /etc/opendkim/2peers',
      'ExternalIgnoreList hosts',
      'IgnoreHosts /etc/opendmarc/ours',
      '# KeyTable /etc/none',
      'PidFile /run/x.pid',
      `KeyTable ${'a/'.repeat(5000)}`,
    ].join('\n');
    assert.deepEqual(
      [...namedTables(text)],
      [
        ['keys', 'opendkim-keytable'],
        ['senders.list', 'opendkim-signingtable'],
        ['2peers', 'mail-hosts'],
        ['ours', 'mail-hosts'],
      ],
    );
  });
});
