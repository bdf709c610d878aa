import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import type { PlainRoutes, Routes } from '../../house.ts';
import { may } from '../access.ts';
import { readUpload, takeBytes } from '../body.ts';
import { exportRows } from './export-rows.ts';
import { SHEET_LANGUAGES, type SheetLanguage } from './headings.ts';
import { applyImport, previewImport } from './import.ts';
import { SHEET_KIND_NAMES, SHEET_KINDS } from './kinds.ts';
import { loadNetwork } from './network.ts';
import { type SheetToWrite, writeCsv, writeXlsx } from './write-sheet.ts';

const tags = ['imports'];
const closed = { additionalProperties: false } as const;
const Kind = Type.Enum(SHEET_KIND_NAMES);
const Value = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.Union([Type.String(), Type.Number()])),
]);
const Row = Type.Object({
  row: Type.Integer({ description: 'As the spreadsheet counts: the header is row 1' }),
  action: Type.Enum(['create', 'change', 'same', 'error']),
  key: Type.String(),
  changes: Type.Array(Type.Object({ field: Type.String(), old: Type.Optional(Value), new: Value })),
  errors: Type.Array(Type.Object({ field: Type.String(), value: Type.String(), message: Type.String() })),
});
const Counts = Type.Object({
  create: Type.Integer(),
  change: Type.Integer(),
  same: Type.Integer(),
  error: Type.Integer(),
});
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Download = Type.Object(
  {
    kind: Kind,
    format: Type.Enum(['csv', 'xlsx']),
    language: Type.Optional(
      Type.Enum([...SHEET_LANGUAGES], { description: 'Of the headings; as Accept-Language says when absent' }),
    ),
  },
  closed,
);

/** Master data, stock, call-offs and despatch advice from spreadsheets: a preview first, then the same events as any screen would record. */
export const importRoutes: Routes = (instance, house) => {
  uploadRoute(instance, house);
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/api/imports/:id/apply',
    {
      schema: {
        tags,
        summary: 'Record what the preview showed; rows with errors stay out',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        response: { 200: Type.Object({ recorded: Type.Integer(), known: Type.Integer() }) },
      },
    },
    async (request) => {
      const { organisation } = may.importSheets(principalOf(request));
      return applyImport(house, organisation, request.params.id);
    },
  );

  app.get(
    '/api/imports/template',
    {
      schema: {
        tags,
        summary: 'An empty sheet with every column, explained, with drop-down lists for closed values',
        querystring: Download,
        produces: ['text/csv', XLSX],
      },
    },
    async (request, reply) => {
      principalOf(request);
      const { kind, format } = request.query;
      const language = request.query.language ?? accepted(request.headers['accept-language']);
      return sendSheet(reply, format, { name: kind, columns: SHEET_KINDS[kind].columns, language, rows: [] });
    },
  );

  app.get(
    '/api/imports/rows',
    {
      schema: {
        tags,
        summary: 'What is recorded, in the columns of the template; imported again it changes nothing',
        description: 'Call-offs: the current releases; despatch advice: shipments that are not fully received.',
        querystring: Download,
        produces: ['text/csv', XLSX],
      },
    },
    async (request, reply) => {
      const { organisation } = may.importSheets(principalOf(request));
      const { kind, format } = request.query;
      const language = request.query.language ?? accepted(request.headers['accept-language']);
      const at = { own: organisation, today: house.clock.today(), now: house.clock.instant() };
      const network = await house.db.as({ kind: 'organisation', org: organisation }, (tx) => loadNetwork(tx, at), {
        readOnly: true,
      });
      const rows = exportRows(kind, network);
      return sendSheet(reply, format, { name: kind, columns: SHEET_KINDS[kind].columns, language, rows });
    },
  );
};

async function sendSheet(reply: FastifyReply, format: 'csv' | 'xlsx', sheet: SheetToWrite): Promise<FastifyReply> {
  const bytes = format === 'csv' ? writeCsv(sheet) : await writeXlsx(sheet);
  return reply
    .header('content-disposition', `attachment; filename="${sheet.name}.${format}"`)
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    .send(bytes);
}

/** The first of our languages that the header names; browsers write the dearest first. */
const accepted = (header = ''): SheetLanguage =>
  header
    .toLowerCase()
    .split(',')
    .flatMap((range) => SHEET_LANGUAGES.find((language) => range.trim().startsWith(language)) ?? [])[0] ?? 'en';

const uploadRoute: PlainRoutes = (instance, house) => {
  instance.register(async (scope) => {
    takeBytes(scope, house);
    scope.withTypeProvider<TypeBoxTypeProvider>().post(
      '/api/imports',
      {
        schema: {
          tags,
          summary: 'Preview a CSV or XLSX sheet: what would be created or changed, and what is wrong, row by row',
          description:
            'At most 20,000 rows. An empty cell leaves what is there. Headers in English or German; a lone comma is the decimal sign.',
          querystring: Type.Object({ kind: Kind }, closed),
          consumes: ['multipart/form-data', 'text/csv', XLSX],
          response: { 200: Type.Object({ id: Type.String(), rows: Type.Array(Row), counts: Counts }) },
        },
      },
      async (request) => {
        const who = may.importSheets(principalOf(request));
        const file = await readUpload(request, 'sheet.csv');
        return previewImport(house, {
          organisation: who.organisation,
          person: personOf(who),
          kind: request.query.kind,
          file,
        });
      },
    );
  });
};
