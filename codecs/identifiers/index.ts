export type { Answer, Mistake } from './answer.ts';
export { type BusinessPartnerNumber, readBpn, readDuns, readLei } from './business-partner.ts';
export { hasValidCheckDigit, mod10CheckDigit, withCheckDigit } from './check-digit.ts';
export { type ContainerNumber, readContainerNumber } from './container.ts';
export { DATA_IDENTIFIERS, type DataIdentifierRow, ISSUING_AGENCIES } from './data-identifiers.ts';
export { readDigitalLink, writeDigitalLink } from './digital-link.ts';
export { type BinaryEpc, readBinaryEpc, writeBinaryEpc } from './epc-binary.ts';
export { completeKey, readGs1, writeElementString } from './gs1.ts';
export type { Gs1Identifier } from './gs1-key.ts';
export { GS1_SCHEMES, type Gs1Scheme } from './gs1-schemes.ts';
export { readEpcUrn, writeEpcUrn } from './gs1-urn.ts';
export { readSixBit, readTag, TAG_LAYERS, writeSixBit } from './iso-tag.ts';
export { mod97Remainder, mod1271CheckCharacters } from './iso7064.ts';
export { isLicencePlate, readJaifUrn, writeJaifUrn } from './jaif-urn.ts';
export { readLabelMessage, writeLabelMessage } from './label-message.ts';
export { type LabelField, licencePlateKey, readLabelField, writeLabelField } from './licence-plate.ts';
export { type LocationCode, readLocode } from './locode.ts';
export { PACKAGES, type PackageRow, readPackage } from './packages.ts';
export {
  canonicalPartNumber,
  comparePartNumbers,
  PART_NUMBER_PATTERNS,
  type PartNumber,
  type PartNumberAgreement,
  readPartNumber,
} from './part-number.ts';
export type { Dimension, UnitRow } from './unit-table.ts';
export { UNITS } from './unit-table.ts';
export { type Conversion, convertQuantity, readUnit, type UnitSystem, writeUnit } from './units.ts';
export { readVin, type VehicleIdentificationNumber } from './vin.ts';
