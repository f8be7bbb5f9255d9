import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READERS } from '../../../core/languages';
import type { Editing } from '../../../core/model/editing';
import { render } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { parseMainCf } from '../../../core/syntax/mainCf';
import { cursor, hoverAt } from '../../support/configuration';

function editing(text: string): Editing {
  return READERS['postfix-main'].open(sourceText(text), {}).editing!;
}

/** The text with `[…]` around each span. */
function marked(text: string, spans: readonly { start: number; end: number }[]): string {
  return applyEdits(
    text,
    spans.flatMap(({ start, end }) => [
      { span: { start, end: start }, text: '[' },
      { span: { start: end, end }, text: ']' },
    ]),
  );
}

function format(text: string): string {
  const edits = [...editing(text).format!({ tabSize: 4, insertSpaces: true })].flat();
  return applyEdits(text, edits);
}

describe('editing a main.cf', () => {
  it('outlines its settings with the beginning of their values', () => {
    const text = 'myhostname = mail.example.com\nmynetworks =\n  127.0.0.0/8\n  [::1]/128\n';
    assert.deepEqual(
      editing(text).outline!().map(({ name, detail }) => [name, detail]),
      [
        ['myhostname', 'mail.example.com'],
        ['mynetworks', '127.0.0.0/8 [::1]/128'],
      ],
    );
    assert.deepEqual(
      editing(text).search!('NETW', 5).map(({ name }) => name),
      ['mynetworks'],
    );
  });

  it('folds settings over several lines, and comments', () => {
    const text = '# a\n# b\nbiff = no\nmynetworks =\n  127.0.0.0/8\n# c\n  [::1]/128\n';
    assert.deepEqual(
      editing(text).folds!().map(({ span, kind }) => [text.slice(span.start, span.end), kind]),
      [
        ['# a\n# b', 'comment'],
        ['mynetworks =\n  127.0.0.0/8\n# c\n  [::1]/128', undefined],
      ],
    );
  });

  it('leads from a name to its settings, the one that counts first', () => {
    const { text, offset } = cursor('ours = a\nmynetworks = $o|urs\nours = b\n');
    const spans = editing(text).definitions!(offset);
    assert.deepEqual(
      spans.map(({ start }) => start),
      [28, 0],
    );
  });

  it('finds every place of a parameter, also classes in lists', () => {
    const text =
      'smtpd_restriction_classes = office\noffice = permit_mynetworks\nsmtpd_client_restrictions = office, $office\nx = ${office?{a}:{b}}\n';
    const { name } = editing(text).nameAt!(text.indexOf('office') + 1)!;
    assert.equal(
      marked(
        text,
        editing(text).occurrences!(name).map(({ span }) => span),
      ),
      'smtpd_restriction_classes = [office]\n[office] = permit_mynetworks\nsmtpd_client_restrictions = [office], $[office]\nx = ${[office]?{a}:{b}}\n',
    );
  });

  it('renames a parameter of one’s own everywhere, and no other', () => {
    const rename = (withCursor: string, to: string): string => {
      const { text, offset } = cursor(withCursor);
      const done = editing(text).rename!(offset, to);
      return 'refused' in done ? render(done.refused, 'en') : applyEdits(text, done.edits);
    };
    assert.equal(
      rename('our|s = a\nmynetworks = $ours ${ours}\n', 'lan'),
      'lan = a\nmynetworks = $lan ${lan}\n',
    );
    assert.equal(rename('ours = a\nmynetworks = $(ou|rs)\n', '$lan'), 'lan = a\nmynetworks = $(lan)\n');
    assert.match(rename('myor|igin = a\n', 'lan'), /is a parameter of Postfix/);
    assert.match(rename('ou|rs = a\n', 'biff'), /taken already/);
    assert.match(rename('ou|rs = a\n', 'a b'), /letters, digits/);
    assert.match(rename('ours = a|b\n', 'lan'), /no parameter or service here/);
  });

  it('links tables and files, counted from the file where they lie in /etc/postfix', () => {
    const text = [
      'virtual_alias_maps = hash:/etc/postfix/virtual, unionmap:{ proxy:pcre:/srv/a.pcre, static:b }',
      'mynetworks = 127.0.0.0/8 !/etc/postfix/not, cidr:$config_directory/nets',
      'smtpd_recipient_restrictions = check_client_access hash:/etc/postfix/access, check_policy_service unix:private/spf',
      'smtpd_tls_cert_file = /etc/ssl/mail.pem',
      'smtpd_tls_key_file = /etc/ssl/private/mail.key',
      'alias_maps = $default_database_type:/etc/aliases, hash:$data_directory/x',
    ].join('\n');
    assert.deepEqual(
      editing(text).links!().map(({ path, span }) => `${path} < ${text.slice(span.start, span.end)}`),
      [
        'virtual < /etc/postfix/virtual',
        '/srv/a.pcre < /srv/a.pcre',
        'not < /etc/postfix/not',
        'nets < $config_directory/nets',
        'access < /etc/postfix/access',
        '/etc/ssl/mail.pem < /etc/ssl/mail.pem',
      ],
    );
  });

  it('tells words apart by what they are', () => {
    const text =
      '# c\nbiff = no\nours = x\nmynetworks = $ours, hash:/a\n  # d\nvirtual_maps = hash:/v\nsmtpd_helo_restrictions = permit_mynetworks, nonsense\nsmtpd_milters = { inet:h:1 }\n';
    assert.deepEqual(
      editing(text).tokens!({ start: 0, end: text.length }).map(({ span, type, modifiers }) =>
        [text.slice(span.start, span.end), type, ...(modifiers ?? [])].join(' '),
      ),
      [
        '# c comment',
        'biff property',
        'no enumMember',
        'ours variable declaration',
        'mynetworks property',
        'ours variable',
        'hash type',
        '# d comment',
        'virtual_maps property deprecated',
        'hash type',
        'smtpd_helo_restrictions property',
        'permit_mynetworks keyword',
        'smtpd_milters property',
        'inet type',
      ],
    );
  });

  it('selects the word, the value, the setting', () => {
    const { text, offset } = cursor('biff = no\nmynetworks = a,\n  b|c d\n');
    assert.deepEqual(
      editing(text).selections!(offset).map(({ start, end }) => text.slice(start, end)),
      ['bc', 'a,\n  bc d', 'mynetworks = a,\n  bc d'],
    );
  });

  it('lays out the blanks around =, keeps columns and continued lines', () => {
    assert.equal(
      format('biff=no\nmyorigin   =  a  \nrelayhost =   \n'),
      'biff = no\nmyorigin = a\nrelayhost =\n',
    );
    assert.equal(
      format('biff     =no\nmyorigin = a\n\nx=b\nyy  =c\n'),
      'biff     = no\nmyorigin = a\n\nx = b\nyy = c\n',
    );
    const kept = 'mynetworks =\n    127.0.0.0/8\n# c\n\t[::1]/128\nbroken line\nmailbox_command = a\n  b\n';
    assert.equal(format(kept), kept);
  });

  it('changes no name and no value by laying out, and is done the second time', () => {
    const piece = fc.constantFrom(
      'a',
      'bb',
      '=',
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\n ',
      '#',
      '$',
      '{',
      '}',
      ',',
    );
    const read = (text: string) =>
      parseMainCf(text).map(({ setting }) => [setting.name, setting.value.text, setting.problems.length]);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const done = format(text);
        assert.deepEqual(read(done), read(text));
        assert.equal(format(done), done);
        const asked = editing(text);
        for (let at = 0; at <= text.length; at += 3) {
          asked.nameAt!(at);
          asked.selections!(at);
        }
        asked.tokens!({ start: 0, end: text.length });
      }),
    );
  }).timeout(120_000);

  it('shows on hover what a value becomes when its names are put in', () => {
    const text =
      'mydomain = example.com\nmyhostname = mail.$mydomain\nmyorigin = ${bi|ff?{$mydomain}:{none}}\n';
    assert.match(
      hoverAt('postfix-main', text.replace('|', '').replace('myorigin', 'my|origin'))!.explained,
      /Expanded: example\.com/,
    );
    assert.match(
      hoverAt(
        'postfix-main',
        'mydomain = example.com\nmyhostname = mail.$mydomain\nmydestination = $myhost|name\n',
      )!.explained,
      /Expanded: mail\.example\.com/,
    );
    assert.match(hoverAt('postfix-main', 'a = $b\nb = $a\nx = $|a\n')!.explained, /leads back to itself/);
    assert.match(
      hoverAt(
        'postfix-main',
        'smtpd_relay|_restrictions = ${{$compatibility_level} <level {1} ? {old} : {new}}\ncompatibility_level = 3.6\n',
      )!.explained,
      /Expanded: new/,
    );
  });
});
