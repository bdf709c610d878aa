import type { EventCommand, GoodsReceipt, Id, ReceiptStatement } from '@intakt/contract';
import { receiptId } from './identity.ts';
import { instantAt } from './local-time.ts';
import { convert } from './quantities.ts';
import { resolveShipTo } from './resolve-place.ts';
import { fault } from './search.ts';
import { commandId, momentOf, type Reader, resolveMeasuredPart, resolveSides } from './trade.ts';
import { compact } from '../gaps.ts';

/** One receiving advice becomes one goods-received; naming a despatch note closes that shipment. */
export function readReceipt(reader: Reader, statement: ReceiptStatement): EventCommand<'goods-received'> | undefined {
  const trade = resolveSides(reader, { ...statement, sentBy: 'customer' });
  const measured = statement.lines.map((line) =>
    resolveMeasuredPart(reader, { reference: line.part, unit: line.unit, ...trade }),
  );
  const site = resolveShipTo(reader.search, { ...trade, reference: statement.site });
  if (statement.lines.length === 0) return missLines(reader);
  const { customer, supplier } = trade;
  if (!customer || !supplier || !site || !measured.every((found) => found !== undefined)) return undefined;
  const receivedAt = momentOf(reader, instantAt(reader, site, statement.receivedAt));
  const shipment = findShipment(reader, supplier, statement.despatchNote);
  return {
    type: 'goods-received',
    source: 'edi',
    id: commandId(reader, statement.receiptNumber, receivedAt.slice(0, 4)),
    occurredAt: receivedAt,
    data: compact<GoodsReceipt>({
      receipt: receiptId({ customer, receiptNumber: statement.receiptNumber, receivedAt }),
      customer,
      supplier,
      site,
      shipment,
      despatchNote: statement.despatchNote,
      receivedAt,
      lines: statement.lines.map((line, i) => lineOf(line, measured[i]!)),
      closesShipment: statement.despatchNote !== undefined,
    }),
  };
}

const missLines = (reader: Reader): undefined =>
  fault(reader.search, {
    code: 'NO_LINES',
    expected: 'at least one line with a part and a quantity',
    message: 'The receiving advice says nothing about what was received.',
  });

function lineOf(
  line: ReceiptStatement['lines'][number],
  { part, factor }: { part: { id: Id; unit: string }; factor: number },
) {
  return compact<GoodsReceipt['lines'][number]>({
    part: part.id,
    quantity: convert(line.quantity, factor),
    unit: part.unit,
    cumulative: line.cumulative === undefined ? undefined : convert(line.cumulative, factor),
    status: line.status,
    reason: line.reason,
  });
}

/** The newest shipment under that note: numbers start again each year. */
function findShipment({ search }: Reader, supplier: Id, despatchNote: string | undefined): Id | undefined {
  const fitting = search.data.shipments.filter((s) => s.supplier === supplier && s.despatchNote === despatchNote);
  return fitting.sort((a, b) => b.despatchedAt.localeCompare(a.despatchedAt))[0]?.id;
}
