import type { Milestone, MilestonePlace, TransportMilestone } from '@intakt/contract';
import { readContainerNumber, readLocode } from '@intakt/identifiers';
import { Compile } from 'typebox/compile';
import { DcsaEvent } from './dcsa-event.ts';

/** Why an event moves nothing, with the values that were seen. */
export interface Marked {
  mark: 'not-valid' | 'container-number' | 'in-the-future' | 'no-milestone' | 'unknown-container' | 'refused';
  detail: Record<string, unknown>;
}
type Step = Pick<
  TransportMilestone,
  'milestone' | 'certainty' | 'at' | 'place' | 'equipment' | 'vessel' | 'voyage' | 'reason'
>;
/** What an event says, and the codes by which its consignment may be known. */
export interface ReadEvent {
  id: string;
  createdAt: string;
  kind: string;
  code: string;
  step?: Step;
  equipment?: string;
  /** Bookings, bills of lading and references of the parties. */
  documents: string[];
  /** Values that were left out because they cannot be right. */
  dropped: Record<string, unknown>;
}

const validator = Compile(DcsaEvent);
/** Clocks run ahead a little; what has happened cannot lie further ahead than that. */
const MOST_AHEAD_MS = 3_600_000;

const CERTAINTY = { ACT: 'actual', PLN: 'planned', EST: 'estimated' } as const;
const STEPS: Record<string, Milestone> = {
  LOAD: 'loaded',
  DISC: 'discharged',
  GTIN: 'gate-in',
  GTOT: 'gate-out',
  STUF: 'stuffed',
  STRP: 'stripped',
  PICK: 'picked-up',
  DROP: 'dropped-off',
  INSP: 'inspected',
  ARRI: 'arrived',
  DEPA: 'departed',
  HOLD: 'held',
  RELS: 'released',
};

/** Reads one event and checks every code in it. Pure. */
export function readDcsaEvent(body: unknown, now: number): { read?: ReadEvent; marked?: Marked } {
  if (!validator.Check(body)) return { marked: { mark: 'not-valid', detail: faultOf(body) } };
  const dropped: Record<string, unknown> = {};
  const container = containerOf(body);
  const code = codeOf(body);
  const read: ReadEvent = {
    id: body.eventID,
    createdAt: new Date(body.eventCreatedDateTime).toISOString(),
    kind: body.eventType,
    code,
    documents: documentsOf(body),
    dropped,
  };
  if (container && !container.ok)
    return {
      read,
      marked: { mark: 'container-number', detail: { seen: body.equipmentReference, ...container.mistake } },
    };
  if (container) read.equipment = container.value.number;
  const milestone = STEPS[code];
  if (!milestone) return { read, marked: { mark: 'no-milestone', detail: { code } } };
  const at = new Date(body.eventDateTime).toISOString();
  if (body.eventClassifierCode === 'ACT' && Date.parse(at) > now + MOST_AHEAD_MS)
    return { read, marked: { mark: 'in-the-future', detail: { at, now: new Date(now).toISOString() } } };
  read.step = {
    milestone,
    certainty: CERTAINTY[body.eventClassifierCode],
    at,
    ...shipOf(body, dropped),
    ...reasonOf(body),
    ...(read.equipment && { equipment: read.equipment }),
    ...placeOf(body, dropped),
  };
  return { read };
}

function faultOf(body: unknown): Record<string, unknown> {
  const kind = (body as { eventType?: unknown } | null)?.eventType;
  const [first] = [...validator.Errors(body)].filter(({ keyword }) => keyword !== 'anyOf');
  return {
    eventType: kind ?? null,
    path: first?.instancePath || '/',
    problem: first?.message ?? 'fits no kind of event',
  };
}

const codeOf = (event: DcsaEvent): string =>
  event.eventType === 'EQUIPMENT'
    ? event.equipmentEventTypeCode
    : event.eventType === 'TRANSPORT'
      ? event.transportEventTypeCode
      : event.shipmentEventTypeCode;

/** Some carriers name the container of a transport or shipment event among its references (type EQ). */
function containerOf({
  equipmentReference,
  references,
}: DcsaEvent): ReturnType<typeof readContainerNumber> | undefined {
  const named = equipmentReference ?? references?.find(({ referenceType }) => referenceType === 'EQ')?.referenceValue;
  return named ? readContainerNumber(named) : undefined;
}

function documentsOf(event: DcsaEvent): string[] {
  const documents = event.documentReferences?.map((one) => one.documentReferenceValue) ?? [];
  const references = event.references?.filter(({ referenceType }) => referenceType !== 'EQ') ?? [];
  const own = event.eventType === 'SHIPMENT' && event.documentID ? [event.documentID] : [];
  return [...new Set([...documents, ...references.map((one) => one.referenceValue), ...own])].map((one) => one.trim());
}

function placeOf(event: DcsaEvent, dropped: Record<string, unknown>): { place?: MilestonePlace } {
  const call = event.eventType === 'SHIPMENT' ? undefined : event.transportCall;
  const location = (event.eventType === 'TRANSPORT' ? undefined : event.eventLocation) ?? call?.location;
  const locode = location?.UNLocationCode ?? call?.UNLocationCode;
  const read = locode ? readLocode(locode) : undefined;
  if (read && !read.ok) dropped.UNLocationCode = locode;
  const facility = location?.facilityCode ?? call?.facilityCode;
  const position = positionOf(location);
  const place: MilestonePlace = {
    ...(location?.locationName && { name: location.locationName }),
    ...(read?.ok && { unLocode: locode!.toUpperCase().replace(/\s/g, '') }),
    ...(facility && { facility }),
    ...(position && { position }),
  };
  return Object.keys(place).length > 0 ? { place } : {};
}

function positionOf(
  location: { latitude?: string | number | null; longitude?: string | number | null } | null | undefined,
): MilestonePlace['position'] {
  if (location?.latitude == null || location.longitude == null) return undefined;
  const [latitude, longitude] = [Number(location.latitude), Number(location.longitude)];
  const isPlausible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPlausible ? { latitude, longitude } : undefined;
}

function shipOf(event: DcsaEvent, dropped: Record<string, unknown>): Pick<Step, 'vessel' | 'voyage'> {
  if (event.eventType === 'SHIPMENT' || !event.transportCall) return {};
  const { vessel, carrierVoyageNumber, exportVoyageNumber, importVoyageNumber } = event.transportCall;
  const imo = vessel?.vesselIMONumber;
  const isRight = imo != null && isImoNumber(String(imo));
  if (imo != null && !isRight) dropped.vesselIMONumber = imo;
  const name = [vessel?.vesselName, isRight && `IMO ${imo}`].filter(Boolean).join(', ');
  const voyage = carrierVoyageNumber ?? exportVoyageNumber ?? importVoyageNumber;
  return { ...(name && { vessel: name }), ...(voyage && { voyage }) };
}

/** IMO resolution A.1117(30): six digits times 7 … 2, whose sum ends in the seventh. */
export function isImoNumber(text: string): boolean {
  if (!/^\d{7}$/.test(text)) return false;
  const sum = [...text.slice(0, 6)].reduce((total, digit, i) => total + Number(digit) * (7 - i), 0);
  return sum % 10 === Number(text[6]);
}

function reasonOf(event: DcsaEvent): Pick<Step, 'reason'> {
  const said =
    event.eventType === 'SHIPMENT'
      ? [event.documentTypeCode, event.reason]
      : event.eventType === 'TRANSPORT'
        ? [event.delayReasonCode, event.changeRemark]
        : [];
  const reason = said.filter(Boolean).join(': ').slice(0, 200);
  return reason ? { reason } : {};
}
