import { checkOverZones } from '../../core/model/zone/spfCheck';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import { spfCheckPage } from '../../core/evaluate/spf/page';
import { isSpfQuestion, readSpfAnswers } from '../../core/generator/spfCheck';
import type { CheckSpfParams } from '../../core/recordProtocol';
import type { LanguageService } from '../../core/service';
import { message, type Message } from '../../core/text/message';
import type { Page } from '../../core/text/page';
import { positionAt } from '../../core/text/sourceText';
import { isWithin } from '../../core/values/domainName';
import type { OpenDocument } from '../documents';

/** An open zone and its file. */
interface OpenZone {
  readonly document: OpenDocument;
  readonly model: ZoneModel;
}

/** The page of an SPF check over all open zones, or what is wrong with the answers. */
export function checkedSpf(
  service: LanguageService,
  documents: readonly OpenDocument[],
  answers: Pick<CheckSpfParams, 'ip' | 'from' | 'helo'>,
): Page | Message {
  const { ip, from, helo } = answers;
  const question = readSpfAnswers({ ip, from, helo });
  if (!isSpfQuestion(question)) return question;
  const zones = documents.flatMap((document): OpenZone[] => {
    const model = service.model(document.uri);
    return model !== undefined && isZoneModel(model) ? [{ document, model }] : [];
  });
  const checked = checkOverZones(
    question,
    zones.map(({ model }) => model),
  );
  return spfCheckPage(question, checked, (domain) => recordPlace(zones, domain), from.trim());
}

/** Where the SPF record of a domain stands: a link that says file and line. */
function recordPlace(zones: readonly OpenZone[], domain: string) {
  const owner = `${domain.toLowerCase()}.`;
  const around = zones
    .filter(({ model }) => model.apex !== undefined && isWithin(owner, model.apex))
    .sort((a, b) => (b.model.apex ?? '').length - (a.model.apex ?? '').length);
  for (const { document, model } of around) {
    const found = model.editing?.findMailRecord?.({ kind: 'spf-record', owner, index: 0 });
    if (found === undefined) continue;
    const { line } = positionAt(document.text, found.span.start);
    return {
      link: { to: 'place', uri: document.uri, line } as const,
      label: message(
        { en: '{file}, line {line}', ja: '{file} の {line} 行目' },
        { file: document.fileName, line: line + 1 },
      ),
    };
  }
  return undefined;
}
