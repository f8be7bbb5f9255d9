import { words, type RrType } from './kinds';

function meta(name: string, code: number, en: string, ja: string, reference: string): RrType {
  return { name, code, meaning: words(en, ja), reference, fields: [], status: 'meta' };
}

/** Types of questions and messages, which no zone holds. */
export const META: readonly RrType[] = [
  meta('OPT', 41, 'Options of a message (EDNS)', 'メッセージのオプション (EDNS)', 'RFC 6891 §6.1'),
  meta(
    'NXNAME',
    128,
    'Says in an NSEC record that a name does not exist',
    '名前が存在しないことを NSEC で示す型',
    'RFC 9824 §4',
  ),
  meta('TKEY', 249, 'Agrees on a secret key in a message', 'メッセージで共有鍵を取り決める型', 'RFC 2930 §2'),
  meta('TSIG', 250, 'Signature of a message', 'メッセージの署名', 'RFC 8945 §4'),
  meta('IXFR', 251, 'Question for the changes of a zone', 'ゾーンの差分転送の要求', 'RFC 1995 §2'),
  meta('AXFR', 252, 'Question for a whole zone', 'ゾーン全体の転送の要求', 'RFC 5936 §2'),
  meta('MAILB', 253, 'Question for MB, MG and MR records', 'MB・MG・MR の問い合わせ', 'RFC 1035 §3.2.3'),
  meta(
    'MAILA',
    254,
    'Question for mail records; use MX',
    'メール関連レコードの問い合わせ。MX を使う',
    'RFC 1035 §3.2.3',
  ),
  meta('ANY', 255, 'Question for every type', 'すべての型の問い合わせ', 'RFC 1035 §3.2.3; RFC 8482'),
];
