import { message, type Localized } from '../../text/message';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const SIGN: Localized = {
  en: 'What is left out stands here without a sign: write `{meant}`. As it is, Postfix warns, and TLS does not come about.',
  ja: 'ここには除外する暗号を記号なしで書きます。`{meant}` としてください。このままでは警告が出て、TLS が成立しません。',
};
const CHARACTER: Localized = {
  en: '`{found}` cannot stand in a list of ciphers: OpenSSL refuses all of it, and TLS does not come about.',
  ja: '`{found}` は暗号のリストに使えません。OpenSSL がリスト全体を拒否し、TLS が成立しません。',
};

export default rule({
  name: 'postfix-bad-cipher-list',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A list of ciphers that OpenSSL refuses', ja: 'OpenSSL に拒否される暗号のリスト' },
  references: ['postconf(5)', 'TLS_README'],
  check(setting, report) {
    const { name, value } = setting;
    const excludes = /_tls_(?:mandatory_)?exclude_ciphers$/.test(name);
    if (!excludes && !/^tls_(?:high|medium|low|export|null)_cipherlist$/.test(name)) return;
    if (!counts(setting) || value.text.includes('$') || trailingComments(setting).length > 0) return;
    for (const { 0: word, index } of value.text.matchAll(/[^\s,:]+/g)) {
      const bare = excludes ? word.replace(/^[!+\-@]+/, '') : word;
      if (bare !== word) {
        const part = { start: index, end: index + word.length - bare.length };
        const whole = { start: index, end: index + word.length };
        report({
          span: valuePart(setting, part),
          message: message(SIGN, { meant: bare }),
          fixes:
            bare === ''
              ? []
              : [{ title: replaceTitle(word, bare), edits: [replaceValue(setting, whole, bare)] }],
        });
      }
      const from = index + word.length - bare.length;
      const wrong = /[^\w;!+@=.-]/u.exec(bare);
      if (wrong === null) continue;
      const start = from + wrong.index;
      report({
        span: valuePart(setting, { start, end: start + wrong[0].length }),
        message: message(CHARACTER, { found: wrong[0] }),
      });
    }
  },
});
