/** IFTMIN and IFTSTA segment groups, from the UN directories D.96A, D.97A and D.01B. Notation: see `slots`. */
const CHARGES = (currency: string) => `TCC:99(${currency} PRI EQN PCD MOA:9 QTY:9)`;
const GOVERNMENT = 'GOR:9(DTM:9 LOC:9 SEL:9 FTX:9 DOC:9(DTM))';
const PAYMENT = 'CPI:9(RFF:99 CUX LOC:9 MOA:9)';
const CONTACT = 'CTA:9(COM:9)';
const PLACED = 'SGP:999(MEA:9(EQN))';

interface Differences {
  goodsDescription: string;
  references: number;
  stageDates: number;
  partyCurrency: string;
  handling: number;
  texts: number;
  percentages: string;
  goodsPlaces: string;
  marks: number;
  dangers: number;
  equipment: string;
}

const iftmin = (d: Differences) => `
  BGM! CTA COM:9 DTM:9 TSR:9 CUX:9 MOA:99 FTX:99 CNT:9 DOC:9 ${d.goodsDescription} LOC:99(DTM:9) TOD:2(LOC:9)
  RFF:${d.references}(DTM:9) ${GOVERNMENT} ${PAYMENT} TCC:99(LOC FTX CUX PRI EQN PCD MOA:9 QTY:9)
  TDT:99(DTM:9 TSR:9 LOC:99(DTM:${d.stageDates}) RFF:9(DTM))
  NAD:99!(LOC:9 MOA:9 ${CONTACT} DOC:9(DTM) ${CHARGES(d.partyCurrency)} RFF:9(DTM:9) ${PAYMENT} TSR:99(RFF LOC TPL FTX:9))
  GID:999(HAN:${d.handling} TMP RNG TMD LOC:9 MOA:9 PIA:9 FTX:${d.texts} ${d.percentages} NAD:9(DTM ${d.goodsPlaces}) GDS:9
    MEA:99(EQN) DIM:99(EQN) RFF:9(DTM:9) PCI:${d.marks}(RFF DTM GIN:10) DOC:9(DTM:9) ${GOVERNMENT} TPL:9(MEA:9(EQN)) ${PLACED}
    TCC:99(CUX PRI EQN PCD MOA:9 QTY:9 LOC:9) DGS:${d.dangers}(FTX:99 ${CONTACT} MEA:9(EQN) ${PLACED}))
  EQD:999(EQN TMD MEA:9 DIM:9 SEL:99 TPL:9 HAN TMP FTX:9 ${d.equipment})`;

const EQUIPMENT = `TCC:99(PRI EQN PCD MOA:9 QTY:9) NAD:9(DTM ${CONTACT}) EQA:99(EQN)`;
const FIRST: Differences = {
  goodsDescription: '',
  references: 99,
  stageDates: 1,
  partyCurrency: '',
  handling: 1,
  texts: 9,
  percentages: '',
  goodsPlaces: '',
  marks: 9,
  dangers: 9,
  equipment: EQUIPMENT,
};
const SECOND: Differences = { ...FIRST, references: 999, stageDates: 9, handling: 99, texts: 99, marks: 999 };

export const IFTMIN_96A = iftmin(FIRST);
export const IFTMIN_97A = iftmin(SECOND);
export const IFTMIN_01B = iftmin({
  ...SECOND,
  goodsDescription: 'GDS:9',
  partyCurrency: 'CUX',
  percentages: 'PCD:9',
  goodsPlaces: 'LOC:9',
  dangers: 99,
  equipment: `RFF:9 TCC:99(CUX PRI EQN PCD MOA:9 QTY:9) NAD:9(DTM ${CONTACT}) EQA:99(EQN) DGS:99(FTX:9 ${CONTACT})`,
});

const iftsta = (consignments: number, details: string) => `
  BGM! DTM:9 TSR NAD:9(${CONTACT}) RFF:9(DTM) LOC:9 FTX:9 CNT:9
  CNI:${consignments}(LOC:9 CNT:9 STS:99!(${details}))`;

export const IFTSTA_97A = iftsta(
  999,
  `RFF:9 DTM:9 DOC FTX:9 NAD:9 LOC PCI:99 TDT:99(RFF:9 LOC:9 DTM:9) EQD:99(MEA:9 DIM:9 SEL:9 TPL:9 EQA:99(SEL:9))
    GID:99(HAN:9 SGP:99 DGS:9 FTX:9 MEA:99(EQN) DIM:99(EQN) PCI:99(GIN:9))`,
);
export const IFTSTA_01B = iftsta(
  99_999,
  `RFF:999 DTM:9 DOC FTX:9 NAD:9(${CONTACT}) LOC PCI:99 TDT:99(DTM:9 RFF:9 LOC:9(DTM:9))
    EQD:99(MEA:9 DIM:9 SEL:9 RFF:9 TPL:9 TMD EQA:99(SEL:9))
    GID:99(HAN:9 SGP:99 DGS:9 FTX:9 MEA:99(EQN) DIM:99(EQN) PCI:99(GIN:9))`,
);
