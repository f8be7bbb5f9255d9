// A zone file on the disk, judged by those who know: our rules, and BIND where it is installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';

/** Fails where a saved zone of this origin has an error or a warning, or is none to BIND. @returns its text */
export async function soundZone(path: string, origin: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(text), { fileName: basename(path), origin: `${origin}.` });
  const grave = service
    .findings('zone')
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);
  assert.deepEqual(grave, [], text);
  if (spawnSync('named-checkzone', ['-v']).status === 0) {
    const { status, stdout } = spawnSync('named-checkzone', ['-i', 'local', origin, path], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${stdout}\n${text}`);
  }
  return text;
}
