/**
 * DELJIT segment groups, from the UN directories D.96A, D.97A, D.99B and D.04B (the last is what VDA 4985 and 4986
 * use). What SEQ codes changes with D.98B, see `SEQUENCE_ACTIONS`. Notation: see `slots`.
 */
const deljit = (texts: string, item: string) => `
  BGM! DTM:10! ${texts} RFF:10(DTM) NAD:20(LOC:10 FTX:5 CTA:5(COM:5))
  SEQ:9999!(DTM:5 GIR:99 LOC:5 PAC:5(PCI:999(GIN:10)) LIN:9999(${item}))`;

const BEFORE_1999 = `PIA:10 IMD:10 ALI:5 GIR:5 TDT:5 FTX:5 PAC:5 DTM:5 RFF:5(DTM) LOC:5(CTA:5(COM:5))
    QTY:100(SCC DTM:2 RFF:5(DTM))`;

export const DELJIT_96A = `${deljit('', BEFORE_1999)} FTX:5`;
export const DELJIT_97A = deljit('FTX:5', BEFORE_1999);
export const DELJIT_99B = deljit(
  'FTX:5',
  `PIA:10 IMD:10 ALI:5 GIR:5 FTX:5 PAC:5 DTM:5 RFF:5(DTM) TDT:5(TMD) LOC:5(CTA:5(COM:5)) QTY:100(SCC DTM:2 RFF:5(DTM))`,
);
export const DELJIT_04B = deljit(
  'FTX:5',
  `PIA:10 IMD:99 ALI:5 GIR:5 FTX:5 PAC:99 DTM:9 RFF:9(DTM) TDT:9(TMD) LOC:99(CTA:5(COM:5)) QTY:999(SCC DTM:9 RFF:99(DTM))
    PRI:9(CUX DTM:9)`,
);
