import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { personOf } from '../../access/access.ts';
import { principalOf } from '../../access/authenticate.ts';
import type { PlainRoutes, Routes } from '../../house.ts';
import { may } from '../access.ts';
import { readUpload, takeBytes } from '../body.ts';
import { applyImport, previewImport } from './import.ts';
import { SHEET_KIND_NAMES, SHEET_KINDS } from './kinds.ts';
import { csvTemplate, xlsxTemplate } from './template.ts';

const tags = ['imports'];
const closed = { additionalProperties: false } as const;
const Kind = Type.Enum(SHEET_KIND_NAMES);
const Row = Type.Object({
  row: Type.Integer({ description: 'As the spreadsheet counts: the header is row 1' }),
  action: Type.Enum(['create', 'change', 'same', 'error']),
  key: Type.String(),
  changes: Type.Array(Type.Object({ field: Type.String(), old: Type.Optional(Type.Any()), new: Type.Any() })),
  errors: Type.Array(Type.Object({ field: Type.String(), value: Type.String(), message: Type.String() })),
});
const Counts = Type.Object({
  create: Type.Integer(),
  change: Type.Integer(),
  same: Type.Integer(),
  error: Type.Integer(),
});
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Master data and stock from spreadsheets: a preview first, then the same events as any screen would record. */
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
        summary: 'An empty sheet with every column',
        querystring: Type.Object({ kind: Kind, format: Type.Enum(['csv', 'xlsx']) }, closed),
        produces: ['text/csv', XLSX],
      },
    },
    async (request, reply) => {
      principalOf(request);
      const { kind, format } = request.query;
      const { columns } = SHEET_KINDS[kind];
      const bytes = format === 'csv' ? csvTemplate(columns) : await xlsxTemplate(kind, columns);
      return reply
        .header('content-disposition', `attachment; filename="${kind}.${format}"`)
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
        .send(bytes);
    },
  );
};

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
