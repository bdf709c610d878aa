/**
 * X12 transaction sets of the supply chain. One table serves the releases 002001 to 005010: it is the union of what
 * they allow, because suppliers mix segments across releases and no meaning hangs on the release but the length of
 * dates, which the date reader settles by itself. ST and SE belong to the envelope. Notation: see `slots`.
 */
const PARTY = 'N1:200(N2:2 N3:2 N4 REF:12 PER:3 FOB)';
const CARRIER = 'TD1:40 TD5:12 TD3:12 TD4:5';

/** 830 planning schedule with release capability. UIT was called UNT in 002001, and J2X preceded PID there. */
export const X12_830 = `
  BFR! XPO:n CUR REF:12 PER:3 TAX:3 FOB CTP:25 SAC:25 CSH ITD:2 DTM:10 PID:200 MEA:40 PWK:25 PKG:25 ${CARRIER} MAN:10 NTE:100
  N9:1000(MSG:1000) ${PARTY} LM:10(LQ:100)
  LIN:n!(UIT UNT DTM:10 CUR PO3:25 CTP:25 PID:1000 J2X:1000 MEA:40 PWK:25 PKG:25 PO4 PRS REF:12 PER:3 SAC:25 ITD:2 TAX:3 FOB
    LDT:12 QTY SCN:n SDQ:50 ${CARRIER} MAN:10 DD:100 NTE:100
    SLN:100(PID:1000 N1:10(N2:2 N3:2 N4 REF:12 PER:3)) N1:200(N2:2 N3:2 N4 REF:12 PER:3 FOB) LM:10(LQ:100)
    FST:n(QTY LM:10(LQ:100)) SDP:n(FST:260) ATH:20 SHP:25(REF:12) TD1:40 TD5:12 TD3:12 TD4:5 MAN:10)
  CTT`;

/** Every level of an 856 allows the same segments; which level it is says HL03. */
export const X12_856 = `
  BSN! DTM:10 NTE:100
  HL:200000!(LIN SN1 SLN:1000 PRF PO4 PID:200 MEA:40 PWK:25 PKG:25 TD1:20 TD5:12 TD3:12 TD4:5 TSD REF:n PER:3
    LH1:100(LH2:4 LH3:12 LFH:20 LEP:3 LH4 LHT:3 LHR:10 PER:5 LHE) CLD:200(REF:200 DTP:10) MAN:n DTM:10 FOB PAL
    N1:200(N2:2 N3:2 N4 REF:12 PER:3 FOB) SDQ:50 ETD ITA:10 CUR SAC:25 GF YNQ:10 LM:10(LQ:100) V1:n(R4:n DTM:n) NTE:100)
  CTT`;

export const X12_861 = `
  BRA! NTE:100 CUR REF:n PER:3 DTM:10! PRF:25 ${CARRIER} PID:n MEA:n TAX:3 FOB
  N1:200(N2:2 N3:2 N4 REF:12 PER:3) LM:10(LQ:100)
  RCD:200000(SN1 CUR LIN:100 PID:200 PO4 REF:n PER:5 DTM:10 PRF:25 TD1 TD5:12 TD3:12 TD4:5 MEA:40 PWK:25 PKG:25 MAN:n NTE:100
    SLN:1000(PID:1000) LM:10(LQ:100) N1:200(N2:2 N3:2 N4 REF:12 PER:3))
  CTT`;
