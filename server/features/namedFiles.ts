import { NAMED_FILES, type NamedFilesResult } from '../../core/namedFilesProtocol';
import type { Feature } from '../host';
import { namedPlaces, openNames } from '../namedFiles';
import { asObject } from '../settings';

/** Which files the configurations of mail servers name, so that a client knows what they are. */
export const namedFiles: Feature = {
  capabilities: () => ({}),
  answer({ connection, guarded }) {
    connection.onRequest(NAMED_FILES, (params: unknown): NamedFilesResult =>
      guarded('files that configurations name', { files: [], names: [] }, () => {
        const { files } = asObject(params);
        const given = (Array.isArray(files) ? files : []).flatMap((file: unknown) => {
          const { uri, text, open } = asObject(file);
          if (typeof uri !== 'string' || typeof text !== 'string') return [];
          return [{ uri, text, ...(typeof open === 'string' && { open }) }];
        });
        return { files: namedPlaces(given), names: openNames(given) };
      }),
    );
  },
};
