import { type FieldKind, type RecordDefinition, record, repeated } from './record-table.ts';

const NUMBERS: [string, number, FieldKind][] = [['production', 10, 'text']];

/**
 * VDA 4913, version 03 (October 1994), delivery notes and transport. The positions of version 04 and of record 717 could
 * not be settled from public sources and are refused. Quantities of 13 places have three decimals.
 */
export const RECORDS_4913: readonly RecordDefinition[] = [
  record(
    '711',
    '02 03',
    'header of the transmission',
    `customer 6-14 text
     supplier 15-23 text
     previousTransmission 24-28 text
     transmission 29-33 text
     transmittedOn 34-39 day
     subSupplier 40-48 text
     carrier 49-57 text
     origin 58-58 text
     deliveryType 59-59 text`,
  ),
  record(
    '712',
    '03',
    'transport',
    `consignment 6-13 text
     supplierPlant 14-16 text
     carrier 17-30 text
     handedOverOn 31-36 day
     handedOverAt 37-40 time
     grossMassKg 41-47 number
     netMassKg 48-54 number
     charges 55-56 text
     carrierTransmission 57-57 text
     packages 58-61 number
     transportPartner 62-75 text
     vehicleKey 76-77 text
     vehicle 78-102 text
     informationKey 103-103 text
     information 104-111 text
     expectedOn 112-117 day
     expectedAt 118-121 time
     loadingMetres 122-124 number
     truckType 125-125 text`,
  ),
  record(
    '713',
    '03',
    'delivery note',
    `despatchNote 6-13 text
     despatchedOn 14-19 day
     unloadingPoint 20-24 text
     despatchType 25-26 text
     customerReference 27-30 text
     order 31-42 text
     process 43-44 text
     customerPlant 49-51 text
     consignmentReference 52-59 text
     goodsReceiver 60-68 text
     storageLocation 70-76 text
     supplier 77-85 text
     pointOfUse 86-99 text
     callOff 100-103 text
     orderReference 104-109 text
     customerDocument 110-123 text`,
  ),
  record(
    '714',
    '03',
    'article',
    `customerPart 6-27 text
     supplierPart 28-49 text
     origin 50-52 text
     quantity 53-65 number3
     unit 66-67 text
     secondQuantity 68-80 number3
     secondUnit 81-82 text
     taxRate 83-85 text
     line 87-89 number
     callOffType 90-90 text
     batch 91-105 text
     usage 106-106 text
     dangerousGoods 107-114 text
     preference 115-115 text
     dutiable 116-116 text
     stockStatus 118-118 text
     designChange 119-120 text
     originalDespatchNote 121-128 text`,
  ),
  record(
    '715',
    '03',
    'packaging',
    `customerPackaging 6-27 text
     supplierPackaging 28-49 text
     packages 50-62 number3
     line 63-65 number
     fill 66-78 number3
     firstLabel 79-87 text
     lastLabel 88-96 text
     dimensions 97-108 text
     stackingFactor 109-109 text
     warehouseCallOff 110-124 text
     labelKind 125-125 text
     returnable 126-126 text
     owner 127-127 text`,
  ),
  record(
    '716',
    '02 03',
    'texts',
    `text1 6-45 text
     text2 46-85 text
     text3 86-125 text`,
  ),
  record('718', '02 03', 'production numbers', `despatchNote 6-13 text\n${repeated(1, 11, 14, NUMBERS)}`),
  record(
    '719',
    '02 03',
    'trailer',
    `count711 6-12 number
     count712 13-19 number
     count713 20-26 number
     count714 27-33 number
     count715 34-40 number
     count716 41-47 number
     count718 48-54 number
     count719 55-61 number
     count717 62-68 number`,
  ),
];
