import assert from 'node:assert/strict';
import fc from 'fast-check';
import { masterCfReader } from '../../../core/model/masterCf';
import { parseMasterCf } from '../../../core/syntax/masterCf';
import { sourceText } from '../../../core/text/sourceText';
import { chosen, expectedAt, findingsIn, hoverAt, labelsAt, told } from '../../support/configuration';

const LANGUAGE = 'postfix-master';
const TEXT = `# service type private unpriv chroot wakeup maxproc command
smtp      inet  n       -       y       -       -       smtpd
submission inet n       -       y       -       -       smtpd
  -o syslog_name=postfix/submission
# a comment inside
  -o { smtpd_client_restrictions = permit_sasl_authenticated, reject }
policyd-spf unix - n n - 0 spawn user=nobody argv=/usr/bin/policyd-spf -o not=ours
`;

describe('master.cf', () => {
  it('is read by logical lines, fields, options and operands', () => {
    const services = parseMasterCf(TEXT);
    assert.deepEqual(
      services.map(({ value }) => value.fields.map(({ text }) => text).join(' ')),
      ['smtp inet n - y - - smtpd', 'submission inet n - y - - smtpd', 'policyd-spf unix - n n - 0 spawn'],
    );
    assert.deepEqual(
      services[1]!.value.options.map(({ setting }) => [setting?.name, setting?.value.text]),
      [
        ['syslog_name', 'postfix/submission'],
        ['smtpd_client_restrictions', 'permit_sasl_authenticated, reject'],
      ],
    );
    assert.deepEqual(
      services[2]!.value.operands.map(({ text }) => text),
      ['user=nobody', 'argv=/usr/bin/policyd-spf', '-o', 'not=ours'],
    );
    assert.deepEqual(services[2]!.value.options, []);
    for (const { at, value } of services) {
      const settings = value.options.flatMap(({ setting }) => setting ?? []);
      const parts = [
        ...value.fields,
        ...value.operands,
        ...settings.flatMap(({ name, nameSpan, value: { text }, valueSpan }) => [
          { text: name, span: nameSpan },
          { text, span: valueSpan },
        ]),
      ];
      for (const { text, span } of parts) assert.equal(TEXT.slice(at + span.start, at + span.end), text);
    }
    assert.deepEqual(told(TEXT, findingsIn(LANGUAGE, TEXT)), []);
  });

  it('takes options as getopt() does', () => {
    const options = (args: string) =>
      parseMasterCf(`a unix - - - - - smtp ${args}\n`)[0]!.value.options.map(({ setting, problem }) =>
        setting === undefined ? problem : `${setting.name}=${setting.value.text}`,
      );
    assert.deepEqual(options('-oa=b -vo c=d -v -o e=f'), ['a=b', 'c=d', 'e=f']);
    assert.deepEqual(options('-t x -o a=b'), ['a=b']);
    assert.deepEqual(options('-o a=b word -o c=d'), ['a=b']);
    assert.deepEqual(options('-- -o a=b'), []);
    assert.deepEqual(options('-o'), ['missing-argument']);
    assert.deepEqual(options('-o name -o { a = {b} c }'), ['missing-equals', 'a={b} c']);
  });

  it('judges what -o sets as main.cf’s settings are judged', () => {
    const text = 'smtp inet n - y - - smtpd\n  -o smtpd_sasl_auth_enable=maybe\n';
    const [finding] = findingsIn(LANGUAGE, text).filter(({ rule }) => rule === 'postfix-bad-value');
    assert.equal(text.slice(finding!.span.start, finding!.span.end), 'maybe');
  });

  it('never fails, and what it finds lies in the text', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '-',
        'y',
        'n',
        'inet',
        'unix',
        'smtpd',
        'pipe',
        '-o',
        '-o{',
        'a=b',
        '{',
        '}',
        '=',
        '#',
        '\n',
        '\n ',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        for (const { span, fixes } of findingsIn(LANGUAGE, text)) {
          for (const one of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
            assert.ok(0 <= one.start && one.start <= one.end && one.end <= text.length);
          }
        }
      }),
      { numRuns: 2000 },
    );
  }).timeout(120_000);

  it('keeps what was not edited', () => {
    const before = masterCfReader.open(sourceText(TEXT), {});
    const after = masterCfReader.update(before, sourceText(TEXT.replace('smtp ', 'smtps')));
    const anchors = (model: typeof before) => model.sections[0]!.placed.map(({ anchor }) => anchor);
    assert.notEqual(anchors(before)[0], anchors(after)[0]);
    assert.equal(anchors(before)[1], anchors(after)[1]);
  });

  it('explains columns, daemons and the parameters of -o', () => {
    assert.match(hoverAt(LANGUAGE, 'smtp inet n - |y - - smtpd')!.explained, /chroot/);
    assert.match(hoverAt(LANGUAGE, 'smtp inet n - y - - smt|pd')!.explained, /smtpd_milters/);
    const option = hoverAt(LANGUAGE, 'smtp inet n - y - - smtpd\n  -o smtpd_tls_w|rappermode=yes');
    assert.equal(option?.words, 'smtpd_tls_wrappermode');
    assert.match(option.explained, /465/);
  });

  it('offers types, daemons and parameters', () => {
    assert.deepEqual(labelsAt(LANGUAGE, 'smtp |'), ['inet', 'unix', 'unix-dgram', 'fifo', 'pass']);
    assert.ok(labelsAt(LANGUAGE, 'a unix - n n - 0 sp|').includes('spawn'));
    assert.equal(
      chosen(LANGUAGE, 'smtp inet n - y - - smtpd\n  -o syslog|', 'syslog_name'),
      'smtp inet n - y - - smtpd\n  -o syslog_name=',
    );
    assert.equal(expectedAt(LANGUAGE, '# smtp |'), undefined);
  });

  it('has an outline, folds, links, tokens and selections', () => {
    const { editing } = masterCfReader.open(sourceText(TEXT), {});
    const outline = editing!.outline!();
    assert.deepEqual(
      outline.map(({ name, detail, children }) => [name, detail, children?.length]),
      [
        ['smtp', 'inet smtpd', undefined],
        ['submission', 'inet smtpd', 2],
        ['policyd-spf', 'unix spawn', undefined],
      ],
    );
    assert.equal(editing!.folds!().length, 1);
    const table = 'a unix - - - - - smtp -o smtp_tls_policy_maps=hash:/etc/postfix/tls\n';
    const [link] = masterCfReader.open(sourceText(table), {}).editing!.links!();
    // As main.cf's: counted from the file, which stands in /etc/postfix wherever it was copied to.
    assert.equal(link?.path, 'tls');
    assert.equal(table.slice(link.span.start, link.span.end), '/etc/postfix/tls');
    const words = editing!.tokens!({ start: 0, end: TEXT.length });
    assert.ok(words.every(({ span }, i) => i === 0 || words[i - 1]!.span.end <= span.start));
    const [first] = editing!.selections!(TEXT.indexOf('inet') + 1);
    assert.equal(TEXT.slice(first!.start, first!.end), 'inet');
  });
});
