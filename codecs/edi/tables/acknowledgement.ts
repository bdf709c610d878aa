/** APERAK segment groups, from the UN directories D.97A and D.99B. Notation: see `slots`. */
const aperak = (documents: string, references: string) => `
  BGM! DTM:9 FTX:9 CNT:9 ${documents} RFF:9(DTM:9) NAD:9(CTA:9 COM:9) ERC:99999(FTX ${references}(FTX:9))`;

export const APERAK_97A = aperak('', 'RFF');
export const APERAK_99B = aperak('DOC:99(DTM:99)', 'RFF:9');

/** CONTRL, a service message of ISO 9735: the same groups in syntax 3 (D.3) and syntax 4 (4.1). */
const MESSAGES = 'UCM:999999(UCS:999(UCD:99))';
export const CONTRL = `UCI! ${MESSAGES} UCF:999999(${MESSAGES})`;
