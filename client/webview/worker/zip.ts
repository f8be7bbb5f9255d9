import { Zip, ZipDeflate } from 'fflate';

/** A file that is put into a zip. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Iterable<Uint8Array>;
}

/** The pieces of a zip with these members, in order. None of them is ever held as a whole. */
export function* zipped(members: Iterable<ZipMember>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((problem, bytes) => {
    if (problem !== null) throw problem;
    ready.push(bytes);
  });
  for (const { name, bytes } of members) {
    const member = new ZipDeflate(name, { level: 6 });
    zip.add(member);
    for (const piece of bytes) {
      member.push(piece);
      yield* ready.splice(0);
    }
    member.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}
