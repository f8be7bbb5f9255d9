/** The memory of bytes that go with a message and are not needed here any more: it is handed over, not copied. */
export function handedOver(message: unknown): Transferable[] {
  if (typeof message !== 'object' || message === null || !('bytes' in message)) return [];
  const { bytes } = message;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
