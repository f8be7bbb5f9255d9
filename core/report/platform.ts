/** What the report reader asks of the place it runs in. */
export interface Platform {
  /**
   * A decoder for the encoding that `label` names (WHATWG Encoding labels, any case).
   * @param fatal whether `decode` throws on bytes that are wrong in that encoding
   * @returns undefined where the place does not know the encoding
   */
  decoder(label: string, fatal: boolean): Decoder | undefined;
}

/** Bytes to text; the part of the Encoding Standard's `TextDecoder` that is used here. */
export interface Decoder {
  readonly encoding: string;
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** The constructor that browsers, workers and Node offer under the name `TextDecoder`. */
export type DecoderConstructor = new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => Decoder;

/** The platform of any place that has a standard `TextDecoder`. */
export function platformOf({ TextDecoder }: { readonly TextDecoder: DecoderConstructor }): Platform {
  return {
    decoder(label, fatal) {
      try {
        return new TextDecoder(label, { fatal, ignoreBOM: false });
      } catch {
        return undefined; // RangeError: no such encoding
      }
    },
  };
}
