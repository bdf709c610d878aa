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

/** 862 shipping schedule. JIT gives the hours of an FST's day. */
export const X12_862 = `
  BSS! DTM:10 ${PARTY}
  LIN:n!(UIT UNT PID:1000 PKG:25 PO4 PRS QTY:n REF:12 PER:3 ${PARTY} SDP:260 FST:n(DTM:10 SDQ:50 JIT:96(REF:500)) ATH:20
    SHP:10(REF:12) ${CARRIER})
  CTT`;

/** 866 production sequence: per moment of delivery the articles in the order of the line. */
export const X12_866 = `
  BSS! UIT REF:12 PER:3 ${PARTY}
  DTM:n!(QTY:n REF:12 LIN:n(PID:n PO4 REF:12 QTY:n SLN:n(PID:n)))
  CTT`;

/** 846 inventory advice. */
export const X12_846 = `
  BIA! CUR DTM:10 REF:12 PER:3 MEA:10 PKG PO4 ${CARRIER} ${PARTY} LM:10(LQ:100)
  LIN:n!(PID:200 J2X:200 MEA:40 PKG:25 PO4 DTM:10 CTP:n CUR SAC:25 REF:n PER:3 SDQ:n MAN:n UIT:n
    QTY:n(UIT MEA:10 LDT:12 DTM:10 REF:12 LS LE) ${PARTY} SLN:n(PID:n) LM:10(LQ:100))
  CTT`;

/** 214 transportation carrier shipment status. */
export const X12_214 = `
  B10! L11:300 MAN:9999 K1:10 BLN:n
  N1:10(N2 N3:2 N4 G62 L11:10) MS3:12
  LX:999999(AT7:10(MS1 MS2 K1 M7) L11:10 MAN:9999 Q7:10 K1:10 AT5:10 AT8:10 CD3:n(L11 NM1:10 Q7:10 AT7:10 N1:n) PRF:n NM1:n(L11:10 N4) OID:n)
  AT7:10(MS1 MS2)`;

/** 824 application advice: OTI names the document, TED what was wrong with it. */
export const X12_824 = `
  BGN! ${PARTY} OTI:n!(REF:12 DTM:2 PER:3 AMT:10 QTY:10 NM1:9 TED:n(CTX:10 NTE:100 RED:100) LM:n(LQ:100)) LM:n(LQ:100)`;

/** 997 functional acknowledgement, and 999 implementation acknowledgement, which says the same in other segments. */
export const X12_997 = 'AK1! AK2:n(AK3:n(AK4:99) AK5!) AK9!';
export const X12_999 = 'AK1! AK2:n(IK3:n(CTX:10 IK4:99(CTX:10)) IK5!) AK9!';
