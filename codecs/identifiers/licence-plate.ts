import { type Answer, accept, reject } from './answer.ts';
import { DATA_IDENTIFIERS, type DataIdentifierRow, ISSUING_AGENCIES } from './data-identifiers.ts';

/** A label field: a data identifier and what it says, taken apart as far as ISO/IEC 15459 allows. */
export interface LabelField {
  identifier: string;
  means: string;
  /** Everything behind the data identifier, as printed. */
  data: string;
  issuingAgency?: string;
  /** Company identification number, for `UN` the DUNS. */
  company?: string;
  /** Part number (25P, 37S) or load carrier type (26B, 27B, 28B). */
  item?: string;
  serial?: string;
}

/**
 * Reads one field with its data identifier: a licence plate (1J, 5J, 6J …), a returnable (25B), a unique item (37S, 25S),
 * a part number with its company (25P) or any other field of the table.
 *
 * @example readLabelField('6JUN123456789A2B4C6D8E') // company '123456789', serial 'A2B4C6D8E'
 */
export function readLabelField(text: string): Answer<LabelField> {
  const [, identifier = '', data = ''] = /^(\d{0,3}[A-Z])(.+)$/.exec(text) ?? [];
  const row = DATA_IDENTIFIERS.find((candidate) => candidate.identifier === identifier);
  if (!row) return reject('data-identifier', text, 'a data identifier such as 1J, 6J, 25B, 25P, 37S, P or Q');
  const field: LabelField = { identifier, means: row.means, data };
  return row.structure === 'plain' ? accept(field) : readCompanyField(row, field);
}

/** ISO/IEC 15459: 35 characters at most, 50 where a type or part number stands before the serial. */
const MAX_LENGTH = 35;
const MAX_LENGTH_WITH_ITEM = 50;

function readCompanyField(row: DataIdentifierRow, field: LabelField): Answer<LabelField> {
  const { data } = field;
  const longest = row.structure === 'company-item-serial' ? MAX_LENGTH_WITH_ITEM : MAX_LENGTH;
  if (data.length > longest || !/^[0-9A-Z][0-9A-Z+./ -]*$/.test(data)) {
    return reject('licence-plate-format', data, `at most ${longest} capital letters and digits`);
  }
  const agency = ISSUING_AGENCIES.find(({ code }) => data.startsWith(code));
  if (agency?.companyLength === undefined) return accept(field, [unknownAgency(data)]);
  const company = data.slice(agency.code.length, agency.code.length + agency.companyLength);
  const rest = data.slice(agency.code.length + agency.companyLength);
  const problem = checkParts(row, agency.code, company, rest);
  if (problem) return reject('licence-plate-format', data, problem);
  return accept({ ...field, issuingAgency: agency.code, company, ...split(row, rest) });
}

function unknownAgency(data: string) {
  return {
    code: 'issuing-agency',
    value: data,
    expected: 'UN, OD, LA, LE or D, whose company numbers have a fixed length',
  };
}

function checkParts(row: DataIdentifierRow, agency: string, company: string, rest: string): string | undefined {
  if (agency === 'UN' && !/^\d{9}$/.test(company)) return 'a DUNS of 9 digits after UN';
  if (row.structure === 'company') return rest === '' ? undefined : 'nothing after the company number';
  return rest === '' ? 'a serial or part number after the company number' : undefined;
}

function split(row: DataIdentifierRow, rest: string): Pick<LabelField, 'item' | 'serial'> {
  if (row.structure === 'company') return {};
  if (row.structure === 'company-item') return { item: rest };
  const plus = row.structure === 'company-item-serial' ? rest.indexOf('+') : -1;
  return plus < 0 ? { serial: rest } : { item: rest.slice(0, plus), serial: rest.slice(plus + 1) };
}

/** Writes the field back as it is printed. */
export function writeLabelField({ identifier, data }: Pick<LabelField, 'identifier' | 'data'>): string {
  return identifier + data;
}

/** The licence plate as the trade compares it: without its data identifier, so that 1J… and J… meet. */
export function licencePlateKey(field: LabelField): string {
  return field.data.replace(/\s/g, '');
}
