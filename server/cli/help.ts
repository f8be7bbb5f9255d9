import type { Localized } from '../../core/text/message';

/** What `--help` prints; `{version}` stands for the version. */
export const help: Localized = {
  en: `Mail Auth {version}: checks DNS zone files (SPF, DKIM, DMARC) and the configuration of Postfix, OpenDMARC and OpenDKIM

Usage: cli.js check [OPTION]… PATH…
       cli.js zone --canonical [--origin NAME] [--directory FOLDER] FILE
       cli.js spf --ip ADDRESS --from MAILBOX [--helo NAME] PATH…
       cli.js explain [--format text|markdown] PATH[:LINE]
       cli.js explain [--format text|markdown] --owner NAME PATH…
       cli.js generate KIND --domain NAME [OPTION]… [PATH]…   (more: cli.js generate --help)
       cli.js report [--format table|json|csv|html] [--summary] [--where QUERY] PATH…

A PATH is a file or a folder. A folder is searched for files whose names say what they are: *.zone, db.*,
main.cf, master.cf, opendmarc.conf, opendkim.conf, ignore.hosts, mta-sts.txt and the like; files such as *.db and
*.dns count where they begin like a zone. Zone files that a named.conf, nsd.conf or knot.conf names are checked with the origin
stated there. All paths are checked together. Included files are read within the paths, the zone's folder, the
current folder and --directory.

With --format json, each finding has a path, a range (line and character from 0, as LSP counts), severity, rule, message,
reference, and related: the other places that belong to it, each with path, range and message. SARIF calls these
relatedLocations.

zone --canonical prints every record of a zone as BIND loads it, a line each: owner, TTL, class, type, data.

spf tells whether a client with that address may send mail from that mailbox (RFC 7208), by the zones in the paths
alone: it prints the terms tried and the result. An empty --from is the null sender; then --helo is checked.

explain says in plain sentences what the records of mail authentication in a file do: the one in that line, those at
that name, or all of them.

report reads DMARC aggregate reports (XML, gzip, zip, mails, mailboxes, whatever they are called) and prints their
records, or with --summary a line each; failure reports, TLS reports and OpenDMARC's history follow as tables of their
own. --where takes only records that fit, such as 'count>10 and spf=fail and from:example.com' or
'ip=192.0.2.0/24 or missing:envelope-from'. What was repaired or lost is told. Limits on hostile files: --max-inflated MIB, --max-packed MIB, --max-entries, --max-depth, --max-problems.

Options:
  --format text|json|sarif                      what is printed (default: text)
  --fail-on error|warning|information|never     from which severity on the exit status is 1 (default: error)
  --dmarc-readers both|rfc9989|rfc7489          for which receivers DMARC records are judged (default: both)
  --postfix-version, --opendmarc-version, --opendkim-version VERSION
                                                the releases in use, such as 3.7.11, 1.4.2 and 2.11
  --origin NAME                                 the origin of zone files that do not state one
  --directory FOLDER                            where relative paths of $INCLUDE count from (default: the zone's folder)
  --no-key-files                                do not read the private keys that opendkim.conf and KeyTables name, within
                                                the paths, to compare their public halves with the zones
  --locale en|ja                                the language of messages (default: that of the environment)
  --verbose                                     show the source lines where the output is not a terminal, too
  --help, --version

Exit status: 0 nothing that fails; 1 findings from --fail-on on, a record that cannot be printed, an SPF result
other than pass, no record to explain, or a report that is damaged or none; 2 wrong usage, or a path that cannot be read.

The language server for editors is the file beside this one: node server.js --stdio
`,
  ja: `Mail Auth {version}: DNS ゾーンファイル (SPF、DKIM、DMARC) と Postfix、OpenDMARC、OpenDKIM の設定を検査します

使い方: cli.js check [オプション]… パス…
        cli.js zone --canonical [--origin 名前] [--directory フォルダー] ファイル
        cli.js spf --ip アドレス --from メールアドレス [--helo 名前] パス…
        cli.js explain [--format text|markdown] パス[:行]
        cli.js explain [--format text|markdown] --owner 名前 パス…
        cli.js generate 種類 --domain 名前 [オプション]… [パス]…   (詳細: cli.js generate --help)
        cli.js report [--format table|json|csv|html] [--summary] [--where 条件] パス…

パスにはファイルかフォルダーを指定します。フォルダーからは、名前で種類が分かるファイル (*.zone、db.*、main.cf、
master.cf、opendmarc.conf、opendkim.conf、ignore.hosts、mta-sts.txt など) を探します。*.db や *.dns などは、内容が
ゾーンファイルのように始まっていれば対象になります。named.conf、nsd.conf、knot.conf に書かれたゾーンファイルは、そこにあるオリジンで
検査します。指定したパスはまとめて検査します。取り込むファイル ($INCLUDE) は、指定したパス、ゾーンのあるフォルダー、
現在のフォルダー、--directory の中だけから読みます。

--format json では、指摘ごとに path、range (行と文字は LSP と同じく 0 から)、severity、rule、message、reference と、関連する
ほかの場所 related (それぞれ path、range、message) を出力します。SARIF では relatedLocations です。

zone --canonical は、BIND が読み込むとおりにゾーンの全レコードを 1 行ずつ (オーナー、TTL、クラス、タイプ、データ)
出力します。

spf は、そのアドレスの送信元がそのメールアドレスを名乗って送信してよいか (RFC 7208) を、指定したゾーンファイルだけから
判定し、評価した項目と結果を出力します。--from を空にすると空の送信者として --helo を検査します。

explain は、ファイルにあるメール認証のレコードの働きを文章で説明します。対象は、その行のレコード、その名前のレコード、
またはすべてのレコードです。

report は DMARC 集約レポート (XML、gzip、zip、メール、メールボックス。ファイル名は問いません) を読み、レコードを
出力します。--summary ではレポートごとに 1 行になります。失敗レポート、TLS レポート、OpenDMARC の履歴は、それぞれの表になります。
--where で条件に合うレコードだけを選べます。例:
'count>10 and spf=fail and from:example.com'、'ip=192.0.2.0/24 or missing:envelope-from'。読み込み時に補ったものや
失われたものも知らせます。悪意あるファイルへの上限: --max-inflated MiB、--max-packed MiB、--max-entries、--max-depth、
--max-problems。

オプション:
  --format text|json|sarif                      出力の形式 (既定: text)
  --fail-on error|warning|information|never     終了ステータスを 1 にする重大度 (既定: error)
  --dmarc-readers both|rfc9989|rfc7489          DMARC レコードの検査で想定する受信側 (既定: both)
  --postfix-version、--opendmarc-version、--opendkim-version バージョン
                                                使っているリリース (例: 3.7.11、1.4.2、2.11)
  --origin 名前                                 オリジンの書かれていないゾーンファイルのオリジン
  --directory フォルダー                        $INCLUDE の相対パスの起点 (既定: ゾーンのあるフォルダー)
  --no-key-files                                opendkim.conf や KeyTable に書かれた秘密鍵 (指定したパスの中) を読み、
                                                公開鍵をゾーンと照合することをやめます
  --locale en|ja                                メッセージの言語 (既定: 環境の言語)
  --verbose                                     出力先が端末でなくても元の行を表示します
  --help, --version

終了ステータス: 0 該当する指摘なし、1 --fail-on 以上の指摘か出力できないレコードがある、SPF の結果が pass 以外、説明するレコードがない、
壊れたレポートやレポートでないファイルがある、2 使い方の誤り、または読めないパスがある

エディター用の言語サーバーは隣のファイルです: node server.js --stdio
`,
};
