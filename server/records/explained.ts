import type { Finding } from '../../core/features/finding';
import type { MailRecord } from '../../core/model/editing';
import type { LanguageService } from '../../core/service';
import { message, type Localized } from '../../core/text/message';
import type { Block, Inline, Page, Tone } from '../../core/text/page';
import { positionAt } from '../../core/text/sourceText';
import type { OpenDocument } from '../documents';

/** A record's page with what the rules say of it; undefined where the record is not there. */
export function explained(
  service: LanguageService,
  document: OpenDocument,
  record: MailRecord,
): Page | undefined {
  const editing = service.model(document.uri)?.editing;
  const standing = editing?.findMailRecord?.(record);
  const page = standing && editing?.explain?.(record);
  if (page === undefined) return undefined;
  const { line } = positionAt(document.text, standing!.span.start);
  const place: Inline = {
    link: { to: 'place', uri: document.uri, line },
    label: message(
      { en: '{file}, line {line}', ja: '{file} の {line} 行目' },
      { file: document.fileName, line: line + 1 },
    ),
  };
  const findings = findingsBlocks(service.findingsIn(document.uri, standing!.span));
  const references = page.blocks.slice(-2);
  const blocks: Block[] = [
    { kind: 'paragraph', text: [place] },
    ...page.blocks.slice(0, -2),
    ...findings,
    ...references,
  ];
  return { ...page, blocks };
}

const TONES: Readonly<Record<Finding['severity'], Tone>> = {
  error: 'bad',
  warning: 'warning',
  information: 'neutral',
  hint: 'neutral',
};

const SEVERITIES: Readonly<Record<Finding['severity'], Localized>> = {
  error: { en: 'Error', ja: 'エラー' },
  warning: { en: 'Warning', ja: '警告' },
  information: { en: 'Information', ja: '情報' },
  hint: { en: 'Hint', ja: 'ヒント' },
};

function findingsBlocks(findings: readonly Finding[]): Block[] {
  const heading: Block = { kind: 'heading', text: message({ en: 'What the rules say', ja: '検査の結果' }) };
  if (findings.length === 0) {
    const fine: Localized = { en: 'Nothing to complain about.', ja: '問題は見つかりませんでした。' };
    return [heading, { kind: 'paragraph', tone: 'good', text: [message(fine)] }];
  }
  const items = findings.map(({ severity, rule, message: said }) => ({
    depth: 0,
    tone: TONES[severity],
    text: [
      message({ en: '**{severity}**: ', ja: '**{severity}**: ' }, { severity: SEVERITIES[severity] }),
      said,
      message({ en: ' ', ja: ' ' }),
      { link: { to: 'rule', rule } as const, label: message({ en: '{rule}', ja: '{rule}' }, { rule }) },
    ],
  }));
  return [heading, { kind: 'list', items }];
}
