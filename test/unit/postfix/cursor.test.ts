import assert from 'node:assert/strict';
import { POSTFIX_PARAMETERS } from '../../../core/facts/postfix';
import { mainCfReader } from '../../../core/model/mainCf';
import { edited, sourceText } from '../../../core/text/sourceText';
import { chosen, expectedAt, hoverAt, labelsAt } from '../../support/configuration';

const LANGUAGE = 'postfix-main';

describe('completion in main.cf', () => {
  it('offers every parameter where a line begins, and writes the equals sign', () => {
    const labels = labelsAt(LANGUAGE, 'biff = no\nmyhos|\n');
    assert.equal(labels.length, POSTFIX_PARAMETERS.size);
    assert.equal(chosen(LANGUAGE, 'biff = no\nmyhos|\n', 'myhostname'), 'biff = no\nmyhostname = \n');
    assert.equal(chosen(LANGUAGE, '|', 'myhostname'), 'myhostname = ');
    assert.equal(chosen(LANGUAGE, 'myh|ost = a\n', 'myhostname'), 'myhostname = a\n');
  });

  it('shows type and default, and marks what is deprecated or already set', () => {
    const offered = expectedAt(LANGUAGE, 'biff = no\n|')!.candidates;
    const find = (label: string) => offered.find((c) => c.label === label);
    assert.equal(find('hopcount_limit')?.detail?.text.en, 'a number, 50');
    assert.equal(find('virtual_maps')?.deprecated, true);
    assert.equal(find('biff')?.deprecated, undefined);
    assert.equal(find('biff')?.detail?.text.en, 'already set in this file');
    assert.equal(find('myhostname')?.deprecated, undefined);
    assert.equal(find('transport_time_limit')?.snippet, true);
  });

  it('offers booleans and words by the parameter’s type', () => {
    assert.deepEqual(labelsAt(LANGUAGE, 'biff = |\n'), ['yes', 'no']);
    assert.deepEqual(labelsAt(LANGUAGE, 'biff =|'), ['yes', 'no']);
    assert.ok(labelsAt(LANGUAGE, 'milter_default_action = te|').includes('tempfail'));
    assert.equal(
      chosen(LANGUAGE, 'milter_default_action = te|mp\n', 'tempfail'),
      'milter_default_action = tempfail\n',
    );
    assert.equal(chosen(LANGUAGE, 'inet_protocols = ipv4, |\n', 'ipv6'), 'inet_protocols = ipv4, ipv6\n');
  });

  it('offers restrictions, also on continued and still empty lines', () => {
    const text = 'smtpd_relay_restrictions = permit_mynetworks\n# c\n    rej|\nbiff = no\n';
    assert.equal(
      chosen(LANGUAGE, text, 'reject_unauth_destination'),
      text.replace('rej|', 'reject_unauth_destination'),
    );
    assert.ok(labelsAt(LANGUAGE, 'smtpd_milters =\n    |\n').includes('inet:localhost:8891'));
    assert.ok(
      labelsAt(LANGUAGE, 'smtpd_restriction_classes = ours\nsmtpd_client_restrictions = |').includes('ours'),
    );
  });

  it('offers references behind a $, closing the brace', () => {
    assert.equal(chosen(LANGUAGE, 'ours = a\nmyorigin = $o|\n', 'ours'), 'ours = a\nmyorigin = $ours\n');
    assert.equal(chosen(LANGUAGE, 'myorigin = ${myd|\n', 'mydomain'), 'myorigin = ${mydomain}\n');
    assert.equal(chosen(LANGUAGE, 'myorigin = ${myd|}\n', 'mydomain'), 'myorigin = ${mydomain}\n');
    assert.equal(
      chosen(LANGUAGE, 'mydestination = localhost.$my|, b\n', 'mydomain'),
      'mydestination = localhost.$mydomain, b\n',
    );
  });

  it('offers nothing in comments and in free text', () => {
    assert.equal(expectedAt(LANGUAGE, '# my|\n'), undefined);
    assert.equal(expectedAt(LANGUAGE, 'biff = no\n  # my|\n'), undefined);
    assert.equal(expectedAt(LANGUAGE, 'myhostname = mail|\n'), undefined);
  });
});

describe('hover in main.cf', () => {
  it('explains parameters in both languages', () => {
    const en = hoverAt(LANGUAGE, 'smtpd_mil|ters = inet:localhost:8891\n');
    assert.equal(en?.words, 'smtpd_milters');
    assert.match(en.explained, /OpenDKIM must come before OpenDMARC/);
    assert.match(en.explained, /Since Postfix 2\.3/);
    assert.match(hoverAt(LANGUAGE, 'smtpd_mil|ters = a\n', 'ja')!.explained, /並び順/);
  });

  it('gives the facts where there are no words, and the replacement of what is deprecated', () => {
    assert.match(hoverAt(LANGUAGE, 'hash_queue_de|pth = 1')!.explained, /Takes a number\. Default `1`\./);
    assert.match(hoverAt(LANGUAGE, '|virtual_maps = a')!.explained, /use `virtual_alias_maps`/);
    assert.match(hoverAt(LANGUAGE, 'policyd-spf_time_limit| = 1h')!.explained, /service `policyd-spf`/);
    assert.match(hoverAt(LANGUAGE, 'milter_default|_action = accept')!.explained, /3\.7: `tempfail`/);
  });

  it('tells what a reference stands for', () => {
    const found = hoverAt(LANGUAGE, 'mydomain = example.com\nmyorigin = $my|domain\n');
    assert.equal(found?.words, 'mydomain');
    assert.match(found.explained, /Set in this file: example\.com/);
    assert.match(
      hoverAt(LANGUAGE, 'ours = a\nmyorigin = ${o|urs}\n')!.explained,
      /not a parameter of Postfix/,
    );
  });

  it('explains words of values', () => {
    assert.match(hoverAt(LANGUAGE, 'milter_default_action = acc|ept')!.explained, /unsigned/);
    assert.match(
      hoverAt(LANGUAGE, 'smtpd_relay_restrictions = permit,\n  reject_una|uth_destination\n')!.explained,
      /closes the relay/,
    );
    assert.equal(hoverAt(LANGUAGE, 'myhostname = mai|l'), undefined);
    assert.equal(hoverAt(LANGUAGE, 'biff = no\n# com|ment'), undefined);
  });
});

describe('an edited main.cf', () => {
  it('keeps the anchors of settings that did not change', () => {
    const before = mainCfReader.open(sourceText('a = 1\nbiff = no\na = 1\n'), {});
    const after = mainCfReader.update(
      before,
      edited(before.text, { span: { start: 6, end: 6 }, text: '# c\n' }),
    );
    const anchors = (model: typeof before) => model.sections[0]!.placed.map(({ anchor }) => anchor);
    assert.deepEqual(anchors(after), anchors(before));
    assert.deepEqual([...after.changedGroups.keys], []);
    assert.deepEqual(
      after.sections[0]!.placed.map(({ at }) => at),
      [0, 10, 20],
    );
  });

  it('makes a new anchor and group for what changed', () => {
    const before = mainCfReader.open(sourceText('a = 1\nbiff = no\n'), {});
    const after = mainCfReader.update(before, edited(before.text, { span: { start: 4, end: 5 }, text: '2' }));
    assert.notEqual(after.sections[0]!.placed[0]!.anchor, before.sections[0]!.placed[0]!.anchor);
    assert.equal(after.sections[0]!.placed[1]!.anchor, before.sections[0]!.placed[1]!.anchor);
    assert.deepEqual([...after.changedGroups.keys], ['file']);
  });
});
