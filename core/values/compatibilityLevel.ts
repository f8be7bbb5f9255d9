/** Whether Postfix takes the text for a compatibility level: `major[.minor[.patch]]`, decimal numbers. */
export function isCompatibilityLevel(text: string): boolean {
  return /^\d+(?:\.\d+(?:\.\d+)?)?$/.test(text);
}
