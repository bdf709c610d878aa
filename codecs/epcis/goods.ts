import {
  type Gs1Identifier,
  isLicencePlate,
  type LabelField,
  licencePlateKey,
  readGs1,
  readJaifUrn,
  writeDigitalLink,
} from '@intakt/identifiers';
import type { ClassQuantity } from './events.ts';

/** What moved: a class of goods, or handling units whose content the event does not tell. */
export type Goods =
  | {
      kind: 'class';
      /** The class by URI; for serials the class that they belong to, as Digital Link or JAIF URN. */
      epcClass: string;
      gtin?: string;
      lot?: string;
      /** A returnable asset type (GRAI without serial): empties and containers. */
      grai?: string;
      /** Part number under its company's agency and number (`UN` and DUNS), from JAIF identifiers. */
      partNumber?: string;
      loadCarrier?: string;
      company?: string;
      /** Serial EPCs of this class, as the event names them. */
      epcs: string[];
    }
  | { kind: 'handling-units' };

export interface Load {
  goods: Goods;
  quantity?: number;
  uom: string;
}

const PIECE = 'H87';
const PACKAGE = 'XPK';

/** Sorts what an event names into handling units and goods; equal classes are counted together. */
export function goodsOf(event: { epcs: string[]; quantities: ClassQuantity[]; parentID?: string }) {
  const named = event.epcs.map(read);
  const units = named.filter(isUnit);
  const parent = event.parentID === undefined ? [] : [read(event.parentID)].filter(isUnit);
  const serials = countSerials(named.filter((name) => !isUnit(name)));
  const loads: Load[] = [...serials, ...event.quantities.map(readQuantity)];
  const all = [...parent, ...units];
  const ssccs = distinct(all.flatMap(({ key }) => (key ? [key.value] : [])));
  const licencePlates = distinct(all.flatMap(({ field }) => (field ? [licencePlateKey(field)] : [])));
  if (loads.length > 0 || all.length === 0) return { ssccs, licencePlates, loads };
  // A parent with its children is counted as its children: the pallet is not one more box.
  const whole: Load = { goods: { kind: 'handling-units' }, quantity: units.length || 1, uom: PACKAGE };
  return { ssccs, licencePlates, loads: [whole] };
}

/** An identifier as far as it is understood: a GS1 key or a JAIF field. */
interface Name {
  epc: string;
  key?: Gs1Identifier;
  field?: LabelField;
}

function read(epc: string): Name {
  const key = readGs1(epc);
  if (key.ok) return { epc, key: key.value };
  const field = readJaifUrn(epc);
  return field.ok ? { epc, field: field.value } : { epc };
}

function isUnit({ key, field }: Name): boolean {
  return key?.scheme === 'sscc' || (field !== undefined && isLicencePlate(field));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function countSerials(names: readonly Name[]): Load[] {
  const byClass = new Map<string, Name[]>();
  for (const name of names) {
    const members = byClass.get(classOf(name));
    if (members) members.push(name);
    else byClass.set(classOf(name), [name]);
  }
  return [...byClass].map(([epcClass, members]) => ({
    goods: { kind: 'class', epcClass, ...keysOf(members[0]), epcs: members.map(({ epc }) => epc) },
    quantity: members.length,
    uom: PIECE,
  }));
}

/** A serial's class; what is not understood is a class of its own. */
function classOf({ epc, key, field }: Name): string {
  if (key) {
    const { serial: _serial, ...classKey } = key;
    return writeDigitalLink(classKey);
  }
  if (field?.item === undefined) return epc;
  const identifier = field.identifier === '37S' ? '25P' : field.identifier;
  return `urn:jaif:id:obj:${identifier}${companyOf(field)}${field.item}`;
}

function companyOf(field: LabelField): string {
  return `${field.issuingAgency ?? ''}${field.company ?? ''}`;
}

function readQuantity({ epcClass, quantity, uom }: ClassQuantity): Load {
  const goods: Goods = { kind: 'class', epcClass, ...keysOf(read(epcClass)), epcs: [] };
  return { goods, ...(quantity === undefined ? {} : { quantity }), uom: uom ?? PIECE };
}

type Keys = Partial<Record<'gtin' | 'lot' | 'grai' | 'partNumber' | 'loadCarrier' | 'company', string>>;

function keysOf(name: Name | undefined): Keys {
  const { key, field } = name ?? {};
  if (key?.scheme === 'sgtin') return { gtin: key.value, ...(key.lot === undefined ? {} : { lot: key.lot }) };
  if (key?.scheme === 'lgtin') return { gtin: key.value, ...(key.serial === undefined ? {} : { lot: key.serial }) };
  if (key?.scheme === 'grai') return { grai: key.value };
  if (field?.item === undefined) return {};
  const isCarrier = field.identifier.endsWith('B');
  return { [isCarrier ? 'loadCarrier' : 'partNumber']: field.item, company: companyOf(field) };
}
