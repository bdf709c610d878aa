/** How the data behind an ASC MH10 data identifier is made up. */
export type Structure =
  /** Issuing agency, company, serial. */
  | 'company-serial'
  /** Issuing agency, company, item code `+` serial; without the plus sign all of it is the serial. */
  | 'company-item-serial'
  /** Issuing agency, company, part number. */
  | 'company-item'
  /** Issuing agency, company: names a party. */
  | 'company'
  | 'plain';

export interface DataIdentifierRow {
  identifier: string;
  structure: Structure;
  means: string;
}

/** ASC MH10 data identifiers of the trade's labels and tags (VDA 4994, Global Transport Label, JAIF B-21, VDA 5500). */
export const DATA_IDENTIFIERS: readonly DataIdentifierRow[] = [
  { identifier: 'J', structure: 'company-serial', means: 'transport unit' },
  { identifier: '1J', structure: 'company-serial', means: 'transport unit, lowest level, unbreakable' },
  { identifier: '2J', structure: 'company-serial', means: 'transport unit that holds several packages' },
  { identifier: '3J', structure: 'company-serial', means: 'transport unit, lowest level, with EDI' },
  { identifier: '4J', structure: 'company-serial', means: 'transport unit that holds several packages, with EDI' },
  { identifier: '5J', structure: 'company-serial', means: 'mixed load' },
  { identifier: '6J', structure: 'company-serial', means: 'master load' },
  { identifier: '25B', structure: 'company-serial', means: 'returnable transport item' },
  { identifier: '26B', structure: 'company-item-serial', means: 'returnable transport item by type and serial' },
  { identifier: '27B', structure: 'company-item-serial', means: 'large load carrier by type and serial' },
  { identifier: '28B', structure: 'company-item-serial', means: 'small load carrier by type and serial' },
  { identifier: '25P', structure: 'company-item', means: 'part number with its company' },
  { identifier: '25S', structure: 'company-serial', means: 'unique item by company and serial' },
  { identifier: '37S', structure: 'company-item-serial', means: 'unique item by company, part number and serial' },
  { identifier: '25T', structure: 'company-serial', means: 'lot with its company' },
  { identifier: '18V', structure: 'company', means: 'party' },
  { identifier: '20V', structure: 'company', means: 'party, own role' },
  { identifier: 'P', structure: 'plain', means: 'part number of the customer' },
  { identifier: '1P', structure: 'plain', means: 'part number of the supplier' },
  { identifier: '30P', structure: 'plain', means: 'part number, first level' },
  { identifier: '2P', structure: 'plain', means: 'engineering change level' },
  { identifier: 'Q', structure: 'plain', means: 'quantity' },
  { identifier: '7Q', structure: 'plain', means: 'quantity with unit of measure' },
  { identifier: 'K', structure: 'plain', means: 'order number' },
  { identifier: '2K', structure: 'plain', means: 'bill of lading or shipment number' },
  { identifier: '11K', structure: 'plain', means: 'packing list number' },
  { identifier: '15K', structure: 'plain', means: 'kanban number' },
  { identifier: 'S', structure: 'plain', means: 'serial number' },
  { identifier: '3S', structure: 'plain', means: 'package serial, all contents alike' },
  { identifier: '4S', structure: 'plain', means: 'package serial, contents mixed' },
  { identifier: 'T', structure: 'plain', means: 'lot number' },
  { identifier: '1T', structure: 'plain', means: 'lot number of the supplier' },
  { identifier: 'V', structure: 'plain', means: 'supplier number' },
  { identifier: '12V', structure: 'plain', means: 'DUNS number of the manufacturer' },
  { identifier: '13V', structure: 'plain', means: 'DUNS number of the supplier' },
  { identifier: '25L', structure: 'company-item', means: 'location with its company' },
  { identifier: '26L', structure: 'plain', means: 'UN/LOCODE' },
  { identifier: '4L', structure: 'plain', means: 'country of origin' },
  { identifier: '20L', structure: 'plain', means: 'first location at the receiver' },
  { identifier: '21L', structure: 'plain', means: 'dock or unloading point' },
  { identifier: 'B', structure: 'plain', means: 'container type' },
  { identifier: '1B', structure: 'plain', means: 'container number of its owner' },
  { identifier: '16D', structure: 'plain', means: 'production date' },
  { identifier: 'I', structure: 'plain', means: 'vehicle identification number' },
];

/**
 * Issuing agency codes of ISO/IEC 15459-2 that the trade meets, with the length of the company's number under each.
 * Where the agency leaves the length open there is none, and the company cannot be told from what follows.
 */
export const ISSUING_AGENCIES: readonly { code: string; companyLength?: number; agency: string }[] = [
  { code: 'UN', companyLength: 9, agency: 'Dun & Bradstreet (DUNS)' },
  { code: 'OD', companyLength: 4, agency: 'Odette' },
  { code: 'LA', companyLength: 12, agency: 'JIPDEC' },
  { code: 'LH', agency: 'EHIBCC' },
  { code: 'LE', companyLength: 3, agency: 'EDIFICE' },
  { code: 'J', agency: 'Universal Postal Union' },
  { code: 'D', companyLength: 5, agency: 'NATO (CAGE)' },
];
