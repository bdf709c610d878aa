import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { refuse } from '../../refuse.ts';
import { type CellError, type Cells, type Column, readCell } from './columns.ts';
import { headingsOf } from './headings.ts';
import { EXPLANATION, withoutQuote } from './quote.ts';

export const MOST_ROWS = 20_000;
/** What a workbook of that many rows can need when unpacked; more is a bomb. */
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

export interface SheetRow {
  /** As the spreadsheet counts: the header is row 1. */
  row: number;
  cells: Cells;
  errors: CellError[];
}

/** Rows of a CSV or XLSX file, cell by cell in the columns' types. */
export async function readSheet(file: { name: string; bytes: Buffer }, columns: Column[]): Promise<SheetRow[]> {
  const lines = isWorkbook(file.bytes) ? await readWorkbook(file) : readCsv(file);
  const [head, ...body] = lines;
  if (!head)
    return refuse('FILE_UNREADABLE', {
      file: file.name,
      problem: 'it has no header row',
      next: 'start from the template',
    });
  const fields = matchHeaders(file.name, head.texts, columns);
  const rows = body.filter(
    ({ texts }, i) => texts.some((text) => text !== '') && !(i === 0 && texts[0]?.startsWith(`${EXPLANATION} `)),
  );
  if (rows.length > MOST_ROWS)
    refuse('FILE_UNREADABLE', {
      file: file.name,
      problem: `it has ${rows.length} rows, more than ${MOST_ROWS}`,
      next: 'split it',
    });
  return rows.map((line) => readRow(line, fields, columns));
}

interface Line {
  row: number;
  texts: string[];
}

const isWorkbook = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

/** UTF-8 where it is valid, else Windows' Western alphabet, which old exports use. */
function readCsv({ name, bytes }: { name: string; bytes: Buffer }): Line[] {
  const text = decodeText(bytes);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    preview: MOST_ROWS + 2,
  });
  const fatal = errors.find((error) => error.type === 'Quotes');
  if (fatal)
    refuse('FILE_UNREADABLE', {
      file: name,
      problem: `row ${(fatal.row ?? 0) + 1}: ${fatal.message}`,
      next: 'correct the quotes',
    });
  return data.map((texts, i) => ({ row: i + 1, texts: texts.map((text) => text.trim()) }));
}

/** What parts the headings most often, for the cells below hold commas and semicolons of their own. */
function delimiterOf(text: string): string {
  const headings = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [';', '\t', '|', ','].map((sign) => ({ sign, count: headings.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best), { sign: ',', count: 1 }).sign;
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function readWorkbook({ name, bytes }: { name: string; bytes: Buffer }): Promise<Line[]> {
  if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES)
    return refuse('FILE_UNREADABLE', {
      file: name,
      problem: 'it unpacks to more than this server reads',
      next: 'split it, or send CSV',
    });
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as never);
  } catch (error) {
    return refuse('FILE_UNREADABLE', {
      file: name,
      problem: `it is no workbook (${(error as Error).message})`,
      next: 'save it as .xlsx or .csv',
    });
  }
  const lines: Line[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      texts[column - 1] = textOf(cell.value);
    });
    lines.push({ row: number, texts: Array.from(texts, (text) => text ?? '') });
  });
  return lines;
}

/** Sum of the sizes in the ZIP's central directory (APPNOTE 4.3.12), read before anything is unpacked. */
function unpackedBytes(bytes: Buffer): number {
  let sum = 0;
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0 && at + 46 <= bytes.length;
    at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  ) {
    sum += bytes.readUInt32LE(at + 24);
  }
  return sum;
}

/** Numbers keep a point as decimal sign, whatever the spreadsheet shows; formulas count by their last result. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value).trim();
  if ('error' in value) return String(value.error);
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? `=${'formula' in value ? value.formula : ''}` : textOf(value.result);
  if ('richText' in value)
    return value.richText
      .map((run) => run.text)
      .join('')
      .trim();
  return 'text' in value ? textOf(value.text as ExcelJS.CellValue) : '';
}

/** A workbook's dates carry no zone: what the sheet shows is the time on the wall. */
const dateText = (date: Date): string =>
  date
    .toISOString()
    .replace(/T00:00:00.000Z$/, '')
    .replace(/\.\d+Z$/, '');

const headerKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The column of each position; headers that mean nothing here are left out, missing required ones refused. */
function matchHeaders(file: string, headers: string[], columns: Column[]): (Column | undefined)[] {
  const byKey = new Map(
    columns.flatMap((column) =>
      [...headingsOf(column), column.field, ...column.aliases].map((name) => [headerKey(name), column] as const),
    ),
  );
  const matched = headers.map((header) => byKey.get(headerKey(header)));
  const missing = columns.filter((column) => column.required && !matched.includes(column));
  if (missing.length > 0)
    refuse('FILE_UNREADABLE', {
      file,
      problem: `column ${missing.map((column) => `"${column.header}"`).join(', ')} is missing`,
      next: 'add it; the template has all columns',
    });
  return matched;
}

const FORMULA = { ok: false, message: 'is a formula without a result; write what it comes to' } as const;

function readRow({ row, texts }: Line, fields: (Column | undefined)[], columns: Column[]): SheetRow {
  const cells: Cells = {};
  const errors: CellError[] = [];
  texts.forEach((text, i) => {
    const column = fields[i];
    if (!column || text === '') return;
    const read = text.startsWith('=') ? FORMULA : readCell(column, withoutQuote(text));
    if (read.ok) cells[column.field] = read.value;
    else errors.push({ field: column.field, value: text, message: `${column.header} ${read.message}` });
  });
  for (const { field, header, required } of columns)
    if (required && cells[field] === undefined && !errors.some((error) => error.field === field))
      errors.push({ field, value: '', message: `${header} is empty` });
  return { row, cells, errors };
}
