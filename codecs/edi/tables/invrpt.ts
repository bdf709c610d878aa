/**
 * INVRPT segment groups, from the UN directories D.96A, D.97A and D.03A. D.96A hangs INV under QTY, from D.97A on
 * QTY hangs under INV. Notation: see `slots`.
 */
const PARTIES_96A = 'NAD:20(LOC:5 RFF:10(DTM) CTA:10(COM:5))';
const PARTIES_97A = 'NAD:20(LOC:5 RFF:99(DTM) CTA:10(COM:5))';
const PACKAGES = 'CPS:9999(PAC:999(PCI:1000 QTY:9999(GIN:9999 DTM:5)))';
const detail = (labels: string) => `
  GIN:9999 LOC:5 DTM:5 STS:9 NAD:5(LOC) PRI:5(CUX DTM) RFF:10(DTM)
  CPS:9999(PAC:9999(MEA:10 QTY:10 PCI:9999(RFF DTM:5 ${labels})))`;

export const INVRPT_96A = `
  BGM! DTM:10! RFF:10(DTM) ${PARTIES_96A} CUX:5(DTM) ${PACKAGES}
  LIN:9999(PIA:10 IMD:10 MEA:10 ALI:10 LOC:5 DTM:5 RFF:10(DTM) QTY:9999(INV ${detail('GIN:9999')}))`;

const fromInventory = (lines: number, labels: string) => `
  BGM! FTX:99 DTM:10! RFF:10(DTM) ${PARTIES_97A} CUX:5(DTM) ${PACKAGES}
  LIN:${lines}(PIA:10 IMD:10 NAD MEA:10 ALI:10 LOC:5 DTM:5 FTX:99 RFF:10(DTM) INV:9999(QTY! ${detail(labels)}))`;

export const INVRPT_97A = fromInventory(9999, 'GIN:9999');
export const INVRPT_03A = fromInventory(9_999_999, 'GIN:9999 GIR:99(DTM:5)');
