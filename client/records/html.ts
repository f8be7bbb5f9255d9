import { isLink, type Block, type Inline, type LinkTarget, type Page } from '../../core/text/page';
import { ownWords, render, type Locale, type Message } from '../../core/text/message';
import { revealed } from '../../core/text/visible';

/** The address of a link, for the page's `href`. */
export type Href = (target: LinkTarget) => string;

/** A page as the body of an HTML document. All text of users and strangers is escaped; links are ours. */
export function pageBody({ title, blocks }: Page, locale: Locale, href: Href): string {
  const said = (text: Message): string => passageHtml(text, locale);
  const line = (text: readonly Inline[]): string =>
    text
      .map((part) =>
        isLink(part) ? `<a href="${escaped(href(part.link))}">${said(part.label)}</a>` : said(part),
      )
      .join('');

  const html = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `<h2>${said(block.text)}</h2>`;
      case 'paragraph': {
        const badge = block.badge === undefined ? '' : `<strong class="badge">${said(block.badge)}</strong> `;
        const classes = [
          ...(badge === '' ? [] : ['verdict']),
          ...(block.tone === undefined ? [] : [block.tone]),
        ];
        return `<div class="paragraph ${classes.join(' ')}">${badge}<div>${line(block.text)}</div></div>`;
      }
      case 'verbatim':
        return `<pre>${escaped(revealed(block.text))}</pre>`;
      case 'list': {
        const items = block.items.map(
          ({ depth, text, tone = '' }) => `<li class="${tone}" style="--depth: ${depth}">${line(text)}</li>`,
        );
        return `<ul>${items.join('')}</ul>`;
      }
      case 'terms': {
        const items = block.items.map(({ term, text, aside }) => {
          const paragraphs = text.map((paragraph) => `<p>${line(paragraph)}</p>`).join('');
          const more = aside === undefined ? '' : `<p class="aside">${line(aside)}</p>`;
          return `<dt>${said(term)}</dt><dd>${paragraphs}${more}</dd>`;
        });
        return `<dl${block.compact === true ? ' class="compact"' : ''}>${items.join('')}</dl>`;
      }
      case 'table': {
        const columns = block.head.length;
        const rows = block.rows.map(({ depth, cells, tone = '' }) => {
          const shown = cells.map((cell, index) => {
            const rest = columns - cells.length + 1;
            const span = index === cells.length - 1 && rest > 1 ? ` colspan="${rest}"` : '';
            const indent = index === 0 ? ` style="--depth: ${depth}"` : '';
            return `<td${span}${indent}>${line(cell)}</td>`;
          });
          return `<tr class="${tone}${cells.length === 1 ? ' whole' : ''}">${shown.join('')}</tr>`;
        });
        const head = block.head.map((cell) => `<th scope="col">${said(cell)}</th>`).join('');
        return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
      }
    }
  };
  return `<h1>${said(title)}</h1>\n${blocks.map(html).join('\n')}`;
}

/**
 * A message as HTML. Of Markdown our own texts have bold type, code, and lines of lists; what stands in values is
 * shown as it is.
 */
export function passageHtml(text: Message, locale: Locale): string {
  const own = ownWords(text, locale);
  const lines = own.text[locale].split('\n');
  if (lines.length === 1) return inline(lines[0]!, own, locale);
  return lines
    .map((each) => {
      const item = /^( *)- /.exec(each);
      if (item === null) return `<div>${inline(each, own, locale)}</div>`;
      const depth = item[1]!.length / 2;
      return `<div class="item" style="--depth: ${depth}">${inline(each.slice(item[0].length), own, locale)}</div>`;
    })
    .join('');
}

function inline(template: string, { values }: Message, locale: Locale): string {
  return template.split(/(`[^`]+`|\*\*)/).reduce<{ readonly html: string; readonly bold: boolean }>(
    ({ html, bold }, piece) => {
      if (piece === '**') return { html: html + (bold ? '</strong>' : '<strong>'), bold: !bold };
      const isCode = piece.length > 2 && piece.startsWith('`');
      const own = isCode ? piece.slice(1, -1) : piece;
      const part: Message = { text: { en: own, ja: own }, ...(values && { values }) };
      const shown = escaped(render(part, locale));
      return { html: html + (isCode ? `<code>${shown}</code>` : shown), bold };
    },
    { html: '', bold: false },
  ).html;
}

/** Text as HTML shows it character for character, also within attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
