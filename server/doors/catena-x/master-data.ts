import {
  type AspectProblem,
  billOfMaterial,
  bomAsPlannedOf,
  type PartTypeInformation,
  partOf,
  partTypeOf,
  readAspect,
  type SingleLevelBomAsPlanned,
  writeAspect,
} from '@intakt/catena-x';
import type { EventCommand, EventData, EventType, Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { canonicalJson } from '@intakt/ledger';
import type { Principal } from '../../access/principal.ts';
import { recordAll } from '../../access/record-as.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { newId, shortHash } from '../master-data/identity.ts';
import { MASTER_DATA, type MasterDataName } from './aspects.ts';
import { type Assets, partsCalled, withAssets } from './asset.ts';
import { findBillOf, findMakers, findParts, type KnownPart } from './master-data-store.ts';
import { refuseProblems, toAnswer } from './objections.ts';
import { findAssetCodes } from './store.ts';

type Who = Principal & { organisation: Id };
type Called = KnownPart & Assets;
interface Facts {
  own: Id;
  parts: Called[];
  tx: Transaction;
}

/** What a payload says of one part, as far as it is not known already. */
type Command = Omit<EventCommand, 'source' | 'occurredAt'>;

export interface MasterDataStatement {
  name: MasterDataName;
  /** A number, an id or a UUID of the part; a number that nobody knows yet is a new part. */
  material: string;
  /** In which a new part is counted; the aspect says none. */
  unit: string;
  payload: unknown;
}

/** Takes a payload whole or refuses it. What it says again is known. */
export async function sayMasterData(house: House, who: Who, said: MasterDataStatement) {
  const read = readAspect(MASTER_DATA[said.name], said.payload);
  if (!read.ok) return refuseProblems(read.errors, 'correct it and send the payload again');
  const commands = await readAs(house, who, async (tx) => {
    const facts = await loadFacts(tx, who.organisation);
    return said.name === 'part-type-information'
      ? partCommands(facts, said, read.aspect as PartTypeInformation)
      : billCommands(facts, said, read.aspect as SingleLevelBomAsPlanned);
  });
  const occurredAt = house.clock.instant();
  const events = commands.map((command) => ({ ...command, source: 'catena-x', occurredAt }) as EventCommand);
  const recorded = events.length > 0 ? await recordAll(house, who.organisation, events) : [];
  const known = recorded.length === 0 ? 1 : 0;
  return { recorded: recorded.length, known, warnings: read.warnings.map(toAnswer), left: [] };
}

/** What the caller keeps of the part, as the payload of the aspect. */
export function tellMasterData(house: House, who: Who, { name, material }: { name: MasterDataName; material: string }) {
  return readAs(house, who, async (tx) => {
    const facts = await loadFacts(tx, who.organisation);
    const part = partCalled(facts, material) ?? refuse('NOT_FOUND', { what: 'part', id: material });
    const { aspect, problems } =
      name === 'part-type-information'
        ? { aspect: partTypeOf({ ...part, part: part.id }, part.asset), problems: [] }
        : await bomOf(facts, part);
    if (problems.length > 0) return refuseProblems(problems, 'give its supplier a BPNL, and ask again');
    const written = writeAspect(MASTER_DATA[name], aspect as never);
    return written.ok ? written.payload : refuseProblems(written.errors, 'state it in a unit of Catena-X');
  });
}

async function loadFacts(tx: Transaction, own: Id): Promise<Facts> {
  const mapped = await findAssetCodes(tx, own, ['*']);
  const parts = (await findParts(tx, own)).map((part) => withAssets(part, mapped));
  return { own, parts, tx };
}

/** Ours go before those of others that have the same number. */
function partCalled({ parts, own }: Facts, text: string): Called | undefined {
  const found = partsCalled(parts, text);
  const ours = found.filter(({ owner }) => owner === own);
  const [part, other] = ours.length > 0 ? ours : found;
  if (!other) return part;
  const problem = `could be ${found.map(({ id }) => id).join(' or ')}; name one of these ids`;
  return refuse('INVALID', { path: 'material', problem, value: text });
}

/** Our own part is registered, or changed; of somebody else's we give our number. Either way its UUID means it from now on. */
function partCommands(facts: Facts, { material, unit }: MasterDataStatement, aspect: PartTypeInformation): Command[] {
  const known = partCalled(facts, material) ?? partCalled(facts, aspect.globalAssetId);
  const { own } = facts;
  const id = known?.id ?? newId(aspect.partTypeInformation.manufacturerPartId, own, material);
  const stated =
    known && known.owner !== own ? numbered(facts, known, aspect) : registered(facts, known, { id, unit, aspect });
  const isMapped = known?.assets.includes(aspect.globalAssetId);
  const mapping = {
    owner: own,
    partner: '*',
    scheme: 'part' as const,
    code: `urn:uuid:${aspect.globalAssetId}`,
    means: id,
  };
  return [...stated, ...(isMapped ? [] : [command('identifier-mapped', mapping, 0)])];
}

function registered(
  { own }: Facts,
  known: Called | undefined,
  { id, unit, aspect }: { id: Id; unit: string; aspect: PartTypeInformation },
): Command[] {
  const said = partOf(aspect, { part: id, owner: own, unit: known?.unit ?? unit });
  if (!known) return [command('part-registered', said, 0)];
  const { id: _, numbers: __, assets: ___, asset: ____, sequence, ...before } = known;
  const after = { ...before, ...said };
  const isSame = canonicalJson(after) === canonicalJson({ ...before, part: id });
  return isSame ? [] : [command('part-registered', after, sequence)];
}

function numbered({ own }: Facts, { id, owner, numbers, sequence }: Called, aspect: PartTypeInformation): Command[] {
  const number = aspect.partTypeInformation.manufacturerPartId;
  if (numbers.includes(number)) return [];
  return [command('part-numbered', { part: id, owner, organisation: own, number }, sequence)];
}

/** The whole bill or none of it: without one of its children the parent would be built wrong. */
async function billCommands(
  facts: Facts,
  { material }: MasterDataStatement,
  aspect: SingleLevelBomAsPlanned,
): Promise<Command[]> {
  const parent = partCalled(facts, material) ?? refuse('NOT_FOUND', { what: 'part', id: material });
  if (!parent.assets.includes(aspect.globalAssetId)) {
    const problem = `is not known as ${parent.id}; send ${parent.asset}, or its PartTypeInformation first`;
    refuse('INVALID', { path: '/globalAssetId', problem, value: aspect.globalAssetId });
  }
  const byAsset = new Map(facts.parts.flatMap(({ id, assets }) => assets.map((asset) => [asset, id] as const)));
  const names = { owner: facts.own, parent: parent.id, partOf: (asset: string) => byAsset.get(asset) };
  const { bill, problems } = billOfMaterial(aspect, names);
  if (problems.length > 0) return refuseProblems(problems, 'send the PartTypeInformation of each child first');
  const before = await findBillOf(facts.tx, facts.own, parent.id);
  const isSame = before && canonicalJson(before.components) === canonicalJson(bill.components);
  return isSame ? [] : [command('bill-of-material-registered', bill, before?.sequence ?? 0)];
}

async function bomOf(
  { own, parts, tx }: Facts,
  parent: Called,
): Promise<{ aspect: SingleLevelBomAsPlanned; problems: AspectProblem[] }> {
  const bill =
    (await findBillOf(tx, own, parent.id)) ?? refuse('NOT_FOUND', { what: 'bill of material', id: parent.id });
  const makers = await findMakers(
    tx,
    own,
    bill.components.map(({ part }) => part),
  );
  const childOf = (id: Id) => {
    const asset = parts.find((part) => part.id === id)?.asset;
    const supplier = makers.get(id);
    return asset && supplier ? { asset, supplier } : undefined;
  };
  const names = { asset: parent.asset, createdOn: bill.recordedAt, childOf };
  return bomAsPlannedOf({ owner: own, parent: parent.id, components: bill.components }, names);
}

/** What was said before under the same words and has been changed since may be said again. */
const command = <T extends EventType>(type: T, data: EventData<T>, after: number): Command =>
  ({ type, data, id: `${type}/${shortHash(32, String(after), canonicalJson(data))}` }) as Command;
