import { convertQuantity, readBpn, readGs1, readLabelField, writeDigitalLink } from '@intakt/identifiers';

const pallet = readGs1('urn:epc:id:sscc:4012345.0000000333');
if (pallet.ok) console.log(pallet.value.value, writeDigitalLink(pallet.value));
// 040123450000003338 https://id.gs1.org/00/040123450000003338

const mistyped = readGs1('4012345000116');
if (!mistyped.ok) console.log(mistyped.mistake.code, mistyped.mistake.expected);
// check-digit 04012345000115

const label = readLabelField('6JUN123456789A2B4C6D8E');
if (label.ok) console.log(label.value.means, label.value.company, label.value.serial);
// master load 123456789 A2B4C6D8E

const partner = readBpn('BPNL4444444444XX');
console.log(partner.ok, partner.ok && partner.warnings[0]?.code);
// true bpn-check-characters

console.log(JSON.stringify(convertQuantity(2.5, 'MIL', 'PCE')));
// {"kind":"converted","quantity":2500}
