import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import type { Cells, Column, Value } from './columns.ts';
import { heading, type SheetLanguage, word } from './headings.ts';
import { EXPLANATION, withQuote } from './quote.ts';
import { MOST_ROWS } from './read-sheet.ts';

export interface SheetToWrite {
  name: string;
  columns: Column[];
  language: SheetLanguage;
  /** None: a template to fill in. */
  rows: Cells[];
}

/** A template carries one row that explains; it begins with a mark by which the reader knows it. */
export function writeCsv({ columns, language, rows }: SheetToWrite): Buffer {
  const explained = rows.length > 0 ? [] : [explanations(columns, language)];
  const lines = [
    columns.map((column) => heading(column, language)),
    ...explained,
    ...rows.map((row) => columns.map(({ field }) => written(row[field]))),
  ];
  return Buffer.from(`\ufeff${Papa.unparse(lines)}\r\n`);
}

const explanations = (columns: Column[], language: SheetLanguage): string[] =>
  columns.map((column, i) => `${i === 0 ? `${EXPLANATION} ` : ''}${formatOf(column, language)}: ${column.about}`);

/** The sheet to fill in, with drop-down lists for closed values, and one that explains each column. */
export async function writeXlsx({ name, columns, language, rows }: SheetToWrite): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  sheet.columns = columns.map((column) => {
    const header = heading(column, language);
    return { header, width: Math.max(14, header.length + 2), style: { numFmt: NUMBER_FORMATS[column.kind] ?? '@' } };
  });
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  for (const row of rows) sheet.addRow(columns.map(({ field }) => written(row[field])));
  for (const [i, column] of columns.entries()) offerValues(sheet, column, i + 1);
  explain(workbook, columns, language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** All else is text, so that part numbers keep their leading zeros. */
const NUMBER_FORMATS: Partial<Record<Column['kind'], string>> = {
  number: 'General',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
};

/** exceljs takes a range of validations, though its types name only single cells. */
type Validated = ExcelJS.Worksheet & {
  dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void };
};

function offerValues(sheet: ExcelJS.Worksheet, { kind, values }: Column, position: number): void {
  const offered = kind === 'yes-no' ? ['yes', 'no'] : values;
  if (!offered) return;
  const letter = sheet.getColumn(position).letter;
  (sheet as Validated).dataValidations.add(`${letter}2:${letter}${MOST_ROWS + 1}`, {
    type: 'list',
    allowBlank: true,
    /* A list of several values is not one of the values offered. */
    showErrorMessage: kind !== 'list',
    formulae: [`"${offered.join(',')}"`],
  });
}

function explain(workbook: ExcelJS.Workbook, columns: Column[], language: SheetLanguage): void {
  const about = workbook.addWorksheet(word(language, 'columns'));
  about.addRow(['column', 'required', 'format', 'meaning', 'aliases'].map((name) => word(language, name)));
  for (const column of columns)
    about.addRow([
      heading(column, language),
      column.required ? word(language, 'yes') : '',
      formatOf(column, language),
      column.about,
      column.aliases.join(', '),
    ]);
  about.getRow(1).font = { bold: true };
  [24, 10, 34, 60, 60].forEach((width, i) => {
    about.getColumn(i + 1).width = width;
  });
}

const formatOf = (column: Column, language: SheetLanguage): string => word(language, column.kind);

function written(value: Value | undefined): string | number {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return withQuote(Array.isArray(value) ? value.join(' ') : value);
}
