import { keyword, type Keyword } from './keyword';

/** What pipe(8) and spawn(8) are told behind the name of the daemon: `name=value`. */
export const DAEMON_ATTRIBUTES: readonly Keyword[] = Object.freeze([
  keyword(
    'flags',
    'Letters that change how the message is handed to the program.',
    'プログラムへのメッセージの渡し方を変える文字の並びです。',
  ),
  keyword(
    'user',
    'The account, or `account:group`, that the program runs under; never root or postfix. Required.',
    'プログラムを動かすアカウント、または `アカウント:グループ` です。root や postfix は使えません。必須です。',
  ),
  keyword('directory', 'Where the program starts.', 'プログラムを起動するディレクトリです。'),
  keyword(
    'chroot',
    'The directory that the program is locked into.',
    'プログラムを閉じ込めるディレクトリです。',
  ),
  keyword(
    'eol',
    'How lines end in what the program reads; `\\r\\n` for programs that speak SMTP.',
    'プログラムに渡す行の終わりです。SMTP を話すプログラムには `\\r\\n` を使います。',
  ),
  keyword(
    'null_sender',
    'What stands for the empty sender of bounces on the command line.',
    'コマンドラインでバウンスの空の送信者の代わりに置く文字列です。',
  ),
  keyword(
    'size',
    'Messages of more bytes than this are bounced.',
    'このバイト数を超えるメッセージはバウンスします。',
  ),
  keyword(
    'argv',
    'The program and its arguments. Required, and the last: all behind it belongs to the program.',
    'プログラムとその引数です。必須で、最後に書きます。これより後はすべてプログラムに渡ります。',
  ),
]);

/** The letters of pipe’s `flags=`. */
export const PIPE_FLAG_WORDS: readonly Keyword[] = Object.freeze([
  keyword('B', 'An empty line is added at the end.', '末尾に空行を加えます。'),
  keyword(
    'D',
    'A Delivered-To header is added, which stops loops.',
    'Delivered-To ヘッダーを加え、ループを防ぎます。',
  ),
  keyword(
    'F',
    'A “From ” line is put first, as mailbox files have it.',
    '先頭にメールボックス形式の「From 」行を置きます。',
  ),
  keyword('O', 'An X-Original-To header is added.', 'X-Original-To ヘッダーを加えます。'),
  keyword('R', 'A Return-Path header is added.', 'Return-Path ヘッダーを加えます。'),
  keyword(
    'X',
    'The program is a final delivery: it counts as delivered, not as relayed.',
    '最終配送として扱います。中継ではなく配送として記録されます。',
  ),
  keyword(
    'h',
    'Domains on the command line become lower case.',
    'コマンドラインのドメインを小文字にします。',
  ),
  keyword(
    'q',
    'Local parts on the command line are quoted where they must be.',
    'コマンドラインのローカルパートを必要に応じて引用符で囲みます。',
  ),
  keyword(
    'u',
    'Local parts on the command line become lower case.',
    'コマンドラインのローカルパートを小文字にします。',
  ),
  keyword('.', 'A dot is put before lines that begin with one.', 'ドットで始まる行の前にドットを加えます。'),
  keyword(
    '>',
    'A `>` is put before lines that begin with “From ”.',
    '「From 」で始まる行の前に `>` を加えます。',
  ),
]);
