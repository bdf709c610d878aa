import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import type { Column } from './columns.ts';

/** Headers only; whatever stood below would be imported by somebody. */
export const csvTemplate = (columns: Column[]): Buffer =>
  Buffer.from(`\ufeff${Papa.unparse([columns.map((column) => column.header)])}\r\n`);

/** The sheet to fill in, and one that explains each column. */
export async function xlsxTemplate(name: string, columns: Column[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  sheet.columns = columns.map((column) => ({ header: column.header, width: Math.max(14, column.header.length + 2) }));
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  const about = workbook.addWorksheet('Columns');
  about.addRow(['Column', 'Required', 'Meaning', 'Also accepted']);
  for (const column of columns)
    about.addRow([column.header, column.required ? 'yes' : '', column.about, column.aliases.join(', ')]);
  about.getRow(1).font = { bold: true };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
