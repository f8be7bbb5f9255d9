// The licences of what the bundles carry of others. They ask, as MIT does, that their text goes along.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a package carries of others under another licence than its own, where its files do not say so. */
const carried = {
  tldts:
    'Its rules are those of the Public Suffix List, https://publicsuffix.org/list/public_suffix_list.dat, which is\n' +
    'subject to the Mozilla Public License, version 2.0, https://mozilla.org/MPL/2.0/.',
};

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild says of its bundles
 * @returns {readonly string[]} the folders of packages of which something is in them, relative to the project
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs: parts }) => Object.entries(parts))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0])
    .filter((folder) => folder !== undefined);
  return [...new Set(inputs)].sort();
}

/**
 * The text of all notices; throws where a package has no licence to show.
 * @param {string} root the project's folder
 * @param {readonly string[]} packages folders of packages, relative to it
 */
export function notices(root, packages) {
  const each = packages.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, folder))
      .filter(
        (file) =>
          /^(?:licen[cs]e|notice|copying|third-?party-?notices)\b/i.test(file) &&
          !/\.(?:[cm]?js|json|ts)$/.test(file),
      )
      .sort();
    const kept = [join(root, 'scripts/lib/licenses', `${name.replaceAll('/', '+')}.txt`)].filter(existsSync);
    const texts = [...files.map((file) => join(root, folder, file)), ...kept];
    if (texts.length === 0) throw new Error(`${name} is bundled, and no file in ${folder} is its licence`);
    return [
      `${name} ${version} (${license})`,
      ...(carried[name] === undefined ? [] : [carried[name]]),
      ...texts.map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()),
    ].join('\n\n');
  });
  const line = '-'.repeat(80);
  return (
    ['Mail Auth contains software of others, under these terms.', ...each].join(`\n\n${line}\n\n`) + '\n'
  );
}
