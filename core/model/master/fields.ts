import { MASTER_FIELDS, type MasterService } from '../../syntax/masterCf';

/** What a service is called, how it is reached, what it runs; undefined for one that Postfix does not read. */
export function fieldsOfService({
  indented,
  fields,
}: MasterService): { readonly name: string; readonly type: string; readonly command: string } | undefined {
  const [name, type] = fields;
  const command = fields[MASTER_FIELDS - 1];
  if (indented || name === undefined || type === undefined || command === undefined) return undefined;
  return { name: name.text, type: type.text, command: command.text };
}
