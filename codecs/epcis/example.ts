import { createHash } from 'node:crypto';
import { eventHash, readCapture, stockMoves } from '@intakt/epcis';

const capture = readCapture({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'ObjectEvent',
  eventTime: '2026-11-02T10:00:00+01:00',
  eventTimeZoneOffset: '+01:00',
  epcList: ['urn:epc:id:sscc:4012345.0000000333'],
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 500, uom: 'H87' }],
  action: 'OBSERVE',
  bizStep: 'receiving',
  bizLocation: { id: 'urn:epc:id:sgln:4012345.00005.0' },
});

for (const event of capture.events) {
  console.log(event.type, event.bizStep, event.eventTime);
  // ObjectEvent receiving 2026-11-02T09:00:00.000Z

  const [move] = stockMoves(event);
  console.log(move?.direction, move?.quantity, move?.uom, move?.gln, move?.ssccs[0]);
  // in 500 H87 4012345000054 040123450000003338

  console.log(eventHash(event, (bytes) => createHash('sha256').update(bytes).digest()).slice(0, 20));
  // ni:///sha-256;064afd
}

const wrong = readCapture({ '@context': {}, type: 'ObjectEvent', action: 'OBSERVE', epcList: [], eventTime: 'today' });
console.log(wrong.errors.map(({ path }) => path).join(' '));
// /eventTimeZoneOffset /eventTime
