import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  chipsOf,
  completeQuery,
  fieldNames,
  fields,
  filterRows,
  parseQuery,
  termFor,
  toggleTerm,
  withoutTerm,
  type ReportStore,
} from '../../../core/report';
import { globPattern, globTest } from '../../../core/report/query/values';
import { queryTexts } from '../../../core/report/query/texts';
import { render } from '../../../core/text/message';
import { load, record, report } from './support';

const results = (dkim: string, spf: string, rest = ''): string =>
  `<disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>${rest}`;

let store: ReportStore;

before(async () => {
  store = await load(
    report(
      record({ ip: '192.0.2.10', count: '5', evaluated: results('pass', 'pass') }),
      record({ ip: '2001:db8::1', count: '100', evaluated: results('fail', 'pass') }),
      record({
        ip: '192.0.3.9',
        count: '11',
        evaluated: results(
          'pass',
          'fail',
          '<reason><type>forwarded</type><comment>a list</comment></reason>',
        ),
      }),
      record({ ip: '2001:0DB8:0:0::a', count: '20', evaluated: results('fail', 'fail'), results: '' }),
      record({
        ip: 'junk',
        count: '1',
        evaluated: results('fail', 'fail').replace('none', 'reject'),
        identifiers: '<header_from>Sub.Example.com</header_from><envelope_from>b.example.net</envelope_from>',
      }),
    ),
  );
});

function rows(query: string): number[] {
  const { expression, problems } = parseQuery(query);
  assert.deepEqual(
    problems.map(({ message }) => render(message, 'en')),
    [],
    query,
  );
  return [...filterRows(store, expression)];
}

/** The names of a query's problems and the text they stand at. */
function wrong(query: string): string[] {
  return parseQuery(query).problems.map(({ message, span }) => {
    const [name] = Object.entries(queryTexts).find(([, text]) => text === message.text) ?? ['?'];
    return `${name} ${query.slice(span.start, span.end)}`;
  });
}

describe('a query', () => {
  it('finds rows by field, comparison and part', () => {
    for (const [query, found] of [
      ['count>10 and spf=fail and from:example.com', [2, 3]],
      ['count>10 spf=fail', [2, 3]],
      ['count > 10', [1, 2, 3]],
      ['count<=11', [0, 2, 4]],
      ['count=100', [1]],
      ['count!=100', [0, 2, 3, 4]],
      ['spf=unaligned', [2, 4]],
      ['spf!=fail', [0, 1]],
      ['dmarc=fail', [3, 4]],
      ['aligned=dkim', [0, 2]],
      ['aligned=both', [0]],
      ['from=example.com', [0, 1, 2, 3]],
      ['from:EXAMPLE', [0, 1, 2, 3, 4]],
      ['header_from=sub.example.com', [4]],
      ['from=*.example.com', [4]],
      ['disposition=reject,quarantine', [4]],
      ['reason=forwarded', [2]],
      ['comment:"a list"', [2]],
      ['missing:envelope-from', [0, 1, 2, 3]],
      ['has:envelope-from', [4]],
      ['envelope-from=""', [0, 1, 2, 3]],
      ['spf-domain=""', [3]],
      ['selector=s1', [0, 1, 2, 4]],
      ['reporter=receiver p=none aspf=s', [0, 1, 2, 3, 4]],
      ['p=reject', []],
    ] as const) {
      assert.deepEqual(rows(query), found, query);
    }
  });

  it('finds addresses by network, by pattern, and however they are written', () => {
    for (const [query, found] of [
      ['ip=192.0.2.0/24', [0]],
      ['ip:192.0.2.0/23', [0, 2]],
      ['ip=0.0.0.0/0', [0, 2]],
      ['ip!=192.0.2.0/23', [1, 3, 4]],
      ['ip=192.0.*', [0, 2]],
      ['ip=2001:db8::/64', [1, 3]],
      ['ip=2001:db8::a', [3]],
      ['ip=2001:db8::/127', [1]],
      ['ip=192.0.2.10,junk', [0, 4]],
      ['2001:db8::1', [1]],
      ['db8::1', [1]],
    ] as const) {
      assert.deepEqual(rows(query), found, query);
    }
  });

  it('compares days, months and moments with the period of the report', () => {
    // The report's period is 16 November 2026 in UTC.
    const all = [0, 1, 2, 3, 4];
    for (const [query, found] of [
      ['date=2026-11-16', all],
      ['date=2026-11-15', []],
      ['date=2026-11', all],
      ['date=2026', all],
      ['day=2026-11-16', all],
      ['day=2026-11-15', []],
      ['day=2026-11-17', []],
      ['day>=2026-11-16 day<=2026-11-16', all],
      ['day<2026-11-16', []],
      ['has:day', all],
      ['first-seen=2026-11-16', all],
      ['first-seen>2026-11-16', []],
      ['date>=2026-11-16', all],
      ['date>2026-11-16', []],
      ['date<2026-11-16', []],
      ['date<=2026-11-16', all],
      ['begin=2026-11-16T00:00', all],
      ['begin="2026-11-16 00:01"', []],
      ['end>2026-11-16T12:00:00+09:00', all],
      ['begin!=2026-11-16', []],
      ['missing:begin', []],
    ] as const) {
      assert.deepEqual(rows(query), found, query);
    }
  });

  it('joins with and, or, not and parentheses; and binds closer than or', () => {
    for (const [query, found] of [
      ['count=5 or count=20', [0, 3]],
      ['count=5 or count=20 spf=pass', [0]],
      ['(count=5 or count=20) spf=pass', [0]],
      ['not spf=pass', [2, 3, 4]],
      ['-spf=pass -junk', [2, 3]],
      ['not not count=5', [0]],
      ['not (count=5 or count=20)', [1, 2, 4]],
      ['COUNT=5 OR Count=20', [0, 3]],
      ['count=5 || count=20 && spf=fail', [0, 3]],
      ['', [0, 1, 2, 3, 4]],
      ['junk', [4]],
      ['"junk"', [4]],
      ['"and"', []],
    ] as const) {
      assert.deepEqual(rows(query), found, query);
    }
  });

  it('says what is wrong with it and where, and uses the rest', () => {
    for (const [query, problems] of [
      ['colour=red', ['unknownField colour']],
      ['cuont>3', ['unknownFieldNear cuont']],
      ['count>many', ['notNumber many']],
      ['count>', ['noValue count>']],
      ['from>a', ['noOrder from>a']],
      ['ip=192.0.2.0/33', ['notNetwork 192.0.2.0/33']],
      ['date=2026-13-01', ['notTime 2026-13-01']],
      ['date=2026-02-30', ['notTime 2026-02-30']],
      ['(count=5', ['unclosedGroup (']],
      ['count=5)', ['extraClose )']],
      ['()', ['emptyGroup ()']],
      ['count=5 and', ['missingOperand and']],
      ['or count=5', ['missingLeft or']],
      ['from:"x', ['unclosedQuote "x']],
      ['has:nothing', ['unknownField nothing']],
      ['not', ['missingOperand not']],
    ] as const) {
      assert.deepEqual(wrong(query), problems, query);
    }
    assert.deepEqual([...filterRows(store, parseQuery('colour=red count=5').expression)], [0]);
    assert.equal(wrong('('.repeat(200))[0], 'tooDeep (');
    assert.ok(wrong('a '.repeat(9_000))[0]?.startsWith('tooLong'));
  });

  it('of any text is read to an end, with spans inside it', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'and',
      'or',
      'not',
      '-',
      'spf',
      '=',
      ':',
      '"',
      ',',
      ' ',
      'ip',
      '*',
      '/',
      '5',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (query) => {
        const { expression, problems } = parseQuery(query);
        for (const { span } of problems) assert.ok(span.start >= 0 && span.end <= query.length, query);
        filterRows(store, expression);
        completeQuery(query, query.length, store);
        chipsOf(query);
      }),
    );
  }).timeout(120_000);

  it('takes several stars one behind the other as one, which costs as little', () => {
    assert.deepEqual(globPattern('a***?**b'), globPattern('a*?*b'));
    assert.ok(globTest(globPattern('**b**'))('abc'));
  });

  it('ends also with patterns made never to', () => {
    assert.equal(globTest(globPattern(`${'*a'.repeat(2_000)}*c`))('ab'.repeat(20_000)), false);
    assert.deepEqual(rows(`from=${'*a'.repeat(2_000)}`), []);
  });
});

describe('fields', () => {
  it('have a name of their own, and words in both languages', () => {
    assert.deepEqual(fields.map(({ name }) => name).toSorted(), [...fieldNames].toSorted());
    const names = fields.flatMap(({ name, aliases }) => [name, ...aliases]);
    assert.equal(new Set(names).size, names.length);
    for (const { about } of fields) assert.ok(about.en !== '' && /[^ -~]/.test(about.ja));
  });
});

describe('a value that is clicked', () => {
  it('becomes a term that finds it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.boolean(), (value, exclude) => {
        const { expression, problems } = parseQuery(termFor('from', value, exclude));
        assert.deepEqual(problems, []);
        assert.ok(expression?.type === 'term');
        assert.equal(expression.operator, exclude ? '!=' : '=');
        assert.deepEqual(expression.values, [{ kind: 'text', text: value.toLowerCase() }]);
      }),
    );
    assert.equal(termFor('ip', '2001:db8::1'), 'ip=2001:db8::1');
    assert.equal(termFor('reporter', 'A, Inc.'), 'reporter="A, Inc."');
  }).timeout(120_000);

  it('is put to the query, and taken away by a second click', () => {
    assert.equal(toggleTerm('', 'spf=fail'), 'spf=fail');
    assert.equal(toggleTerm('count>5', 'spf=fail'), 'count>5 spf=fail');
    assert.equal(toggleTerm('count>5 spf=fail', 'spf=fail'), 'count>5');
    assert.equal(toggleTerm('spf=fail and count>5', 'spf=fail'), 'count>5');
    assert.equal(toggleTerm('count>5 and spf=fail and junk', 'spf=fail'), 'count>5 and junk');
    assert.equal(toggleTerm('a or b', 'spf=fail'), '(a or b) spf=fail');
  });

  it('stands as a chip', () => {
    const texts = (query: string): string[] => chipsOf(query).map(({ text }) => text);
    assert.deepEqual(texts('count>5 and (a or b) -junk not spf=fail'), [
      'count>5',
      '(a or b)',
      '-junk',
      'not spf=fail',
    ]);
    assert.deepEqual(texts(' a or b '), ['a or b']);
    assert.deepEqual(texts(''), []);
    const query = 'a (b or c) d';
    assert.equal(withoutTerm(query, chipsOf(query)[1]!), 'a d');
  });
});

describe('completion of a query', () => {
  const at = (marked: string): { labels: string[]; after: (label: string) => string } => {
    const offset = marked.indexOf('|');
    const query = marked.replace('|', '');
    const { from, to, candidates } = completeQuery(query, offset, store);
    return {
      labels: candidates.map(({ label }) => label),
      after(label) {
        const taken = candidates.find((one) => one.label === label);
        return query.slice(0, from) + (taken?.insert ?? '?') + query.slice(to);
      },
    };
  };

  it('offers fields, also by their other names', () => {
    assert.equal(at('|').labels[0], 'ip');
    assert.equal(at('mfr|').after('envelope-from'), 'envelope-from:');
    assert.equal(at('count>5 re|').after('reporter'), 'count>5 reporter:');
    assert.equal(at('cou|').after('count'), 'count>');
    assert.equal(at('spf=fail or sp|=x').after('spf'), 'spf=fail or spf=x');
  });

  it('offers operators behind a field and joining words behind a condition', () => {
    assert.ok(at('count|').labels.includes('count>='));
    assert.ok(!at('count|').labels.includes('count:'));
    assert.ok(!at('from|').labels.includes('from>'));
    assert.equal(at('spf=fail |').labels[0], 'and');
    assert.ok(!at('|').labels.includes('and'));
  });

  it('offers the values that are there, most frequent first, then usual ones', () => {
    assert.deepEqual(at('from=|').labels, ['example.com', 'Sub.Example.com']);
    assert.equal(at('from=sub|').after('Sub.Example.com'), 'from=Sub.Example.com');
    assert.deepEqual(at('disposition=|').labels, ['none', 'reject', 'quarantine']);
    assert.deepEqual(at('spf = |').labels.slice(0, 2), ['fail', 'pass']);
    assert.equal(at('ip=10.0.0.1,192.0.2|').after('192.0.2.10'), 'ip=10.0.0.1,192.0.2.10');
    assert.deepEqual(at('date=|').labels, ['2026-11-16']);
    assert.deepEqual(at('day=|').labels, ['2026-11-16']);
    assert.ok(at('has:|').labels.includes('selector'));
  });
});
