import type { GoodsMeasure, Id, TimeWindow, TransportOrder } from '@intakt/contract';
import { fromWall } from '@intakt/edi';
import { handlingMinutes, measureGoods, roundGoods } from '../../capabilities/transport/index.ts';
import { shortHash } from '../master-data/identity.ts';
import type { CellError, Cells, Column } from './columns.ts';
import { day } from './kinds-of-trade.ts';
import { number, required, text } from './kinds-of-master-data.ts';
import { findById, rowsBy } from './look-up.ts';
import { findPart, findSite, type Network } from './network.ts';
import { resolveReferences, type SheetKind } from './sheet-kind.ts';

/** A transport order as it stands, as far as a sheet can change it. */
export interface KnownOrder {
  order: Id;
  from: Id;
  to: Id;
  deliverOn: string;
  goods: GoodsMeasure;
  packages: number | null;
  pickupWindows: TimeWindow[];
  deliveryWindows: TimeWindow[];
  state: string;
}

const GOODS = ['massKg', 'volumeCubicMeters', 'loadingMeters', 'palletPlaces'] as const;
/** The two ends of a window, and by which site's clock they are read. */
const WINDOWS = {
  pickupWindows: ['readyFrom', 'readyUntil', 'from'],
  deliveryWindows: ['dueFrom', 'dueUntil', 'to'],
} as const;
const MOVED = ['collected', 'delivered'];

const moment = (field: string, header: string, about: string, ...aliases: string[]): Column => ({
  ...{ field, header, about, aliases, kind: 'moment' },
});

/** What is to be moved between our sites and a supplier's: by part and quantity, or by what it takes up on a truck. */
export const transportOrders: SheetKind = {
  keys: ['order', 'part', 'quantity'],
  columns: [
    text('order', 'Order', 'Number of the order; made from the row when empty', 'Auftrag', 'Transportauftrag'),
    required(text('from', 'From', 'Site where the goods are fetched', 'Von', 'Ladestelle')),
    required(text('to', 'To', 'Site where they are due', 'Nach', 'Entladestelle')),
    required(day('deliverOn', 'Deliver on', 'Day on whose plan it stands', 'Liefertag')),
    text('part', 'Part', 'Part number; its packaging gives what it takes up', 'Teil', 'Teilenummer'),
    number('quantity', 'Quantity', 'Of the part', 'Menge'),
    number('massKg', 'Mass kg', 'Where no part is given', 'Masse kg', 'Gewicht kg'),
    number('volumeCubicMeters', 'Volume m³', 'Where no part is given', 'Volumen m³'),
    number('loadingMeters', 'Loading metres', 'Where no part is given', 'Lademeter'),
    number('palletPlaces', 'Pallet places', 'Where no part is given', 'Palettenplätze', 'Stellplätze'),
    number('packages', 'Packages', 'Load units', 'Packstücke'),
    moment('readyFrom', 'Ready from', 'By the clock of the loading site; any time when empty', 'Bereit ab'),
    moment('readyUntil', 'Ready until', 'End of the pick-up window', 'Bereit bis'),
    moment('dueFrom', 'Due from', 'By the clock of the unloading site; any time when empty', 'Anlieferung ab'),
    moment('dueUntil', 'Due until', 'End of the delivery window', 'Anlieferung bis'),
  ],
  identify: (given, network) => {
    const resolved = resolveReferences(given, {
      from: (name) => findSite(network, name),
      to: (name) => findSite(network, name),
      part: (code) => findPart(network, code),
    });
    const measured = withGoods(resolved.cells, network);
    const timed = withWindows(measured.cells, network);
    const order = String(given.order ?? `sheet-${given.deliverOn}-${shortHash(10, JSON.stringify(given))}`);
    const cells: Cells = { ...timed.cells, order };
    const known = orderNamed(network, order);
    const errors = [...resolved.errors, ...measured.errors, ...timed.errors, ...placeErrors(cells, network)];
    if (known && MOVED.includes(known.state))
      errors.push({ field: 'order', value: order, message: `is ${known.state} already and cannot be ordered anew` });
    return {
      key: `${given.order ?? ''} ${given.from} → ${given.to}`.trim(),
      cells,
      errors,
      ...(known && { present: orderCells(known) }),
    };
  },
  toEvent: (merged, network) => ({ type: 'transport-ordered', data: toOrder(merged, network) }),
};

const orderNamed = ({ orders }: Network, order: Id): KnownOrder | undefined =>
  rowsBy(orders, 'order', (one) => [one.order]).get(order)?.[0];

/** An order in the columns of the sheet. Where it has several windows the sheet names none. */
export function orderCells({ order, from, to, deliverOn, goods, packages, ...windows }: KnownOrder): Cells {
  const moments = Object.entries(WINDOWS).flatMap(([name, [start, end]]) => {
    const [only, ...more] = windows[name as keyof typeof WINDOWS];
    return only && more.length === 0 ? [[start, only.from] as const, [end, only.to] as const] : [];
  });
  return {
    order,
    from,
    to,
    deliverOn,
    ...goods,
    ...(packages !== null && { packages }),
    ...Object.fromEntries(moments),
  };
}

/** What a part of some quantity takes up stands in the place of both. */
function withGoods(cells: Cells, network: Network): { cells: Cells; errors: CellError[] } {
  const { part, quantity } = cells;
  const stated = GOODS.filter((field) => cells[field] !== undefined);
  const wrong = [...GOODS, 'packages', 'quantity'].filter((field) => Number(cells[field] ?? 0) < 0);
  const errors: CellError[] = wrong.map((field) => ({
    field,
    value: String(cells[field]),
    message: 'must not be below 0',
  }));
  if (part === undefined) {
    if (stated.length < GOODS.length || !GOODS.some((field) => Number(cells[field]) > 0))
      errors.push({
        field: 'massKg',
        value: '',
        message: 'give a part and its quantity, or mass, volume, loading metres and pallet places',
      });
    return { cells, errors };
  }
  if (!(Number(quantity) > 0)) {
    errors.push({ field: 'quantity', value: String(quantity ?? ''), message: 'must be above 0' });
    return { cells, errors };
  }
  const { goods, packages } = measureGoods(Number(quantity), packedOf(String(part), network));
  const { part: _part, quantity: _quantity, ...rest } = cells;
  return { cells: { ...rest, ...roundGoods(goods), packages }, errors };
}

function packedOf(id: Id, { parts, packagings }: Network): Parameters<typeof measureGoods>[1] {
  const part = findById(parts, id);
  const packaging = part?.packaging ? findById(packagings, String(part.packaging)) : undefined;
  return { ...part, ...(packaging && { packaging: packaging as never }) } as Parameters<typeof measureGoods>[1];
}

function withWindows(cells: Cells, { sites }: Network): { cells: Cells; errors: CellError[] } {
  const timed: Cells = { ...cells };
  const errors: CellError[] = [];
  for (const [start, end, site] of Object.values(WINDOWS)) {
    const zone = String(findById(sites, String(cells[site]))?.timeZone ?? 'UTC');
    for (const field of [start, end]) {
      const wall = cells[field];
      if (typeof wall === 'string') timed[field] = wall.endsWith('Z') ? wall : fromWall(wall, zone);
    }
    const [from, to] = [timed[start], timed[end]];
    if ((from === undefined) !== (to === undefined))
      errors.push({ field: from ? end : start, value: '', message: 'a window needs its begin and its end' });
    else if (from !== undefined && String(to) <= String(from))
      errors.push({
        field: end,
        value: String(cells[end]),
        message: `the window closes before it opens at ${cells[start]}`,
      });
  }
  return { cells: timed, errors };
}

function placeErrors({ from, to }: Cells, { sites, own }: Network): CellError[] {
  const owners = [from, to].map((site) => findById(sites, String(site))?.owner);
  if (owners.includes(undefined)) return [];
  const ours = owners.filter((owner) => owner === own).length;
  return ours === 1
    ? []
    : [{ field: 'from', value: String(from), message: 'one of the two sites must be ours and the other a supplier’s' }];
}

function toOrder(cells: Cells, network: Network): TransportOrder {
  const { sites, own } = network;
  const known = orderNamed(network, String(cells.order));
  const isInbound = findById(sites, String(cells.to))?.owner === own;
  const goods = Object.fromEntries(GOODS.map((field) => [field, Number(cells[field])])) as unknown as GoodsMeasure;
  const minutes = handlingMinutes(goods);
  const windowOf = (name: keyof typeof WINDOWS): TimeWindow[] => {
    const [start, end] = WINDOWS[name];
    if (cells[start] !== undefined) return [{ from: String(cells[start]), to: String(cells[end]) }];
    return known?.[name] ?? [];
  };
  return {
    order: String(cells.order),
    customer: own,
    supplier: findById(sites, String(isInbound ? cells.from : cells.to))!.owner,
    kind: isInbound ? 'inbound' : 'empties',
    ...{ from: String(cells.from), to: String(cells.to), deliverOn: String(cells.deliverOn), goods },
    ...(cells.packages !== undefined && { packages: Number(cells.packages) }),
    pickupWindows: windowOf('pickupWindows'),
    deliveryWindows: windowOf('deliveryWindows'),
    loadingMinutes: minutes,
    unloadingMinutes: minutes,
  };
}
