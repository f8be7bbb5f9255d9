// A .vsix is a zip: the extension's files, a manifest for those who install it, and the files' content types.
import { posix } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** By path within the extension (`dist/client.js`): what is in the file. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly displayName: string;
  readonly description: string;
  readonly license: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly browser?: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gz': 'application/gzip',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** Puts an extension's files, `package.json` among them, into a .vsix. The same files give the same bytes. */
export function vsixOf(files: PackageFiles): Uint8Array {
  // Without zone: the archive's times have none.
  const mtime = new Date(1980, 0, 1);
  const members: [string, Uint8Array][] = [
    ['extension.vsixmanifest', strToU8(vsixManifest(files))],
    ['[Content_Types].xml', strToU8(contentTypesOf([...files.keys(), 'extension.vsixmanifest']))],
    ...[...files].map(([path, bytes]): [string, Uint8Array] => [`extension/${path}`, bytes]),
  ];
  return zipSync(Object.fromEntries(members), { level: 9, mtime });
}

/** The extension's files in a .vsix. Throws where that is none. */
export function filesInVsix(vsix: Uint8Array): PackageFiles {
  const members = Object.entries(unzipSync(vsix));
  return new Map(
    members.flatMap(([path, bytes]) =>
      path.startsWith('extension/') && !path.endsWith('/') ? [[path.slice('extension/'.length), bytes]] : [],
    ),
  );
}

/** What is amiss with an extension's files, a sentence each: what is spoken of in one and not there, or not wanted. */
export function problemsOf(files: PackageFiles): readonly string[] {
  const there = (path: string) =>
    files.has(path) || [...files.keys()].some((one) => one.startsWith(`${path}/`));
  const problems: string[] = [];
  for (const path of pathsIn(manifestOf(files))) {
    if (!there(posix.normalize(path))) problems.push(`package.json names ${path}, which is not there`);
  }
  for (const [path, bytes] of files) {
    if (/(?:^|\/)node_modules\/|\.(?:map|tsx?)$/.test(path)) problems.push(`${path} is not wanted there`);
    if (!path.endsWith('.md')) continue;
    for (const picture of picturesIn(strFromU8(bytes))) {
      if (!there(posix.join(posix.dirname(path), picture))) {
        problems.push(`${path} shows ${picture}, which is not there`);
      }
    }
  }
  return problems;
}

/** The pictures that a page in Markdown shows out of files, as they are written there. */
export function picturesIn(page: string): readonly string[] {
  return [...page.matchAll(/!\[[^\]]*\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

function manifestOf(files: PackageFiles): Manifest {
  const text = (path: string) => strFromU8(files.get(path) ?? strToU8('{}'));
  const words = JSON.parse(text('package.nls.json')) as Record<string, string>;
  // The Marketplace's words, `%extension.description%`, are those of the default language.
  return JSON.parse(text('package.json'), (_, value: unknown) =>
    typeof value === 'string' && /^%[^%]+%$/.test(value) ? (words[value.slice(1, -1)] ?? value) : value,
  ) as Manifest;
}

/** What a manifest names by its path: everything beginning with `./`, and icons. */
function pathsIn(manifest: unknown): readonly string[] {
  const paths: string[] = [];
  const visit = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (value.startsWith('./') && !value.includes('*')) paths.push(value);
      else if (key === 'icon' && !value.startsWith('$(')) paths.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, one] of Object.entries(value)) visit(one, inner);
    }
  };
  visit(manifest, '');
  return paths;
}

function vsixManifest(files: PackageFiles): string {
  const { name, version, publisher, displayName, description, engines, categories, keywords, browser } =
    manifestOf(files);
  const property = (id: string, value: string) => `      <Property Id="${id}" Value="${escaped(value)}"/>`;
  const assets = [
    ['Microsoft.VisualStudio.Code.Manifest', 'package.json'],
    ['Microsoft.VisualStudio.Services.Content.Details', 'README.md'],
    ['Microsoft.VisualStudio.Services.Content.Changelog', 'CHANGELOG.md'],
    ['Microsoft.VisualStudio.Services.Content.License', 'LICENSE.txt'],
  ] as const;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escaped(name)}" Version="${escaped(version)}" Publisher="${escaped(publisher)}"/>
    <DisplayName>${escaped(displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(description)}</Description>
    <Tags>${escaped([...keywords, ...(browser === undefined ? [] : ['__web_extension'])].join(','))}</Tags>
    <Categories>${escaped(categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${property('Microsoft.VisualStudio.Code.Engine', engines.vscode)}
${property('Microsoft.VisualStudio.Code.ExtensionKind', browser === undefined ? 'workspace' : 'workspace,web')}
${property('Microsoft.VisualStudio.Code.ExecutesCode', 'true')}
${property('Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown', 'true')}
${property('Microsoft.VisualStudio.Services.Content.Pricing', 'Free')}
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${assets
  .filter(([, path]) => files.has(path))
  .map(([type, path]) => `    <Asset Type="${type}" Path="extension/${path}" Addressable="true"/>`)
  .join('\n')}
  </Assets>
</PackageManifest>
`;
}

function contentTypesOf(paths: readonly string[]): string {
  const extensions = [...new Set(paths.map((path) => posix.extname(path).toLowerCase()))].sort();
  const types = extensions
    .filter((extension) => extension !== '')
    .map((extension) => {
      const type =
        extension === '.vsixmanifest' ? 'text/xml' : (contentTypes[extension] ?? 'application/octet-stream');
      return `<Default Extension="${escaped(extension)}" ContentType="${type}"/>`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>
`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
