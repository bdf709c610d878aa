import { type Answer, accept, type Mistake, reject } from './answer.ts';
import { type LabelField, readLabelField } from './licence-plate.ts';

const RECORD_SEPARATOR = '\u001e';
const GROUP_SEPARATOR = '\u001d';
const END = '\u0004';

/**
 * Reads the content of a two-dimensional bar code in ISO/IEC 15434 format 06 (`[)>` RS `06` GS fields RS EOT), as the
 * VDA 4994 and Global Transport Labels carry it. A scanner that drops the leading or closing characters is forgiven.
 * Fields whose data identifier is unknown come back as warnings, not as losses.
 */
export function readLabelMessage(text: string): Answer<LabelField[]> {
  const body = text.startsWith('[)>') ? envelopeBody(text) : text;
  if (body === undefined) return reject('label-format', text, 'format 06 of ISO/IEC 15434 after [)> and the separator');
  const fields: LabelField[] = [];
  const warnings: Mistake[] = [];
  for (const piece of body.split(GROUP_SEPARATOR).filter((part) => part !== '')) {
    const read = readLabelField(piece);
    if (read.ok) fields.push(read.value);
    warnings.push(...(read.ok ? read.warnings : [read.mistake]));
  }
  return fields.length === 0 ? reject('label-format', text, 'fields with data identifiers') : accept(fields, warnings);
}

function envelopeBody(text: string): string | undefined {
  const [, body] =
    new RegExp(`^\\[\\)>${RECORD_SEPARATOR}06${GROUP_SEPARATOR}([^${RECORD_SEPARATOR}${END}]*)`).exec(text) ?? [];
  return body;
}

/** Writes fields as ISO/IEC 15434 format 06, ready for a Data Matrix or PDF417 symbol. */
export function writeLabelMessage(fields: readonly Pick<LabelField, 'identifier' | 'data'>[]): string {
  const body = fields.map(({ identifier, data }) => identifier + data).join(GROUP_SEPARATOR);
  return `[)>${RECORD_SEPARATOR}06${GROUP_SEPARATOR}${body}${RECORD_SEPARATOR}${END}`;
}
