import type { Signature } from '../text/cursor';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

/** A label that is put together piece by piece. */
export interface LabelPart {
  readonly text: string;
  /** Where it is a parameter. */
  readonly documentation?: Message;
}

/** The signature of some pieces; those with documentation are its parameters. */
export function signatureOf(parts: readonly LabelPart[], active: number, documentation: Message): Signature {
  let label = '';
  const parameters: { span: Span; documentation: Message }[] = [];
  for (const { text, documentation: said } of parts) {
    if (said !== undefined) {
      parameters.push({
        span: { start: label.length, end: label.length + text.length },
        documentation: said,
      });
    }
    label += text;
  }
  return { label, documentation, parameters, active };
}
