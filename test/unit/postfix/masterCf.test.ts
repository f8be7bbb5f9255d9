import assert from 'node:assert/strict';
import { parseMasterCf } from '../../../core/syntax/masterCf';
import { chosen, expectedAt, findingsIn, hoverAt, labelsAt } from '../../support/configuration';

const LANGUAGE = 'postfix-master';
const TEXT = `# service type private unpriv chroot wakeup maxproc command
smtp      inet  n       -       y       -       -       smtpd
submission inet n       -       y       -       -       smtpd
  -o syslog_name=postfix/submission
# a comment inside
  -o { smtpd_client_restrictions = permit_sasl_authenticated, reject }
policyd-spf unix - n n - 0 spawn user=nobody argv=/usr/bin/policyd-spf
`;

describe('master.cf', () => {
  it('is read by logical lines, fields and options', () => {
    const services = parseMasterCf(TEXT);
    assert.deepEqual(
      services.map(({ fields }) => fields.map(({ text }) => text).join(' ')),
      ['smtp inet n - y - - smtpd', 'submission inet n - y - - smtpd', 'policyd-spf unix - n n - 0 spawn'],
    );
    assert.deepEqual(
      services[1]!.options.map(({ name, value }) => [name.text, value.text]),
      [
        ['syslog_name', 'postfix/submission'],
        ['smtpd_client_restrictions', 'permit_sasl_authenticated, reject'],
      ],
    );
    for (const { fields, arguments: rest, options } of services) {
      const parts = [...fields, ...rest, ...options.flatMap(({ name, value }) => [name, value])];
      for (const { text, span } of parts) assert.equal(TEXT.slice(span.start, span.end), text);
    }
    assert.deepEqual(findingsIn(LANGUAGE, TEXT), []);
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
});
