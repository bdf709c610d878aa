export { acknowledgementOf } from './acknowledgement.ts';
export { ByteQueue } from './byte-queue.ts';
export { WRITERS, type Writer } from './command/write.ts';
export {
  type DecodedPart,
  type DecodeOptions,
  decode,
  decodeStream,
  type EdiAnswer,
  type EdiInterchange,
} from './decode.ts';
export { Decoder } from './decoder.ts';
export { detectFormat, type Format, readDelimiters } from './delimiters.ts';
export type { EdiMessage } from './message.ts';
export { MESSAGES, type MessageDefinition } from './messages.ts';
export { Tokenizer } from './tokenize.ts';
export type { RecordDefinition, RecordField } from './vda/record-table.ts';
export { UNSETTLED, VDA_MESSAGES, type VdaMessageDefinition } from './vda/records.ts';
export { type RecordLine, RecordSplitter } from './vda/split-records.ts';
export { encode4905 } from './vda/write-4905.ts';
export { encode4913 } from './vda/write-4913.ts';
export type { VdaControl } from './vda/writing.ts';
export { fromWall, isTimeZone, toWall } from './wall-clock.ts';
export { encodeAperak } from './writing/aperak.ts';
export { encodeContrl } from './writing/contrl.ts';
export type { Control } from './writing/control.ts';
export { encodeDelfor } from './writing/delfor.ts';
export { type WrittenDelimiters, withDelimiters } from './writing/delimiters.ts';
export { encodeDeljit } from './writing/deljit.ts';
export { encodeDeljitSequence } from './writing/deljit-sequence.ts';
export { encodeDesadv } from './writing/desadv.ts';
export { encodeIftmin } from './writing/iftmin.ts';
export { encodeIftsta } from './writing/iftsta.ts';
export { encodeInvrpt } from './writing/invrpt.ts';
export { encodeRecadv } from './writing/recadv.ts';
export { encode214 } from './writing/x12-214.ts';
export { encode824 } from './writing/x12-824.ts';
export { encode830 } from './writing/x12-830.ts';
export { encode846 } from './writing/x12-846.ts';
export { encode856 } from './writing/x12-856.ts';
export { encode861 } from './writing/x12-861.ts';
export { encode862 } from './writing/x12-862.ts';
export { encode866 } from './writing/x12-866.ts';
export { encode997, encode999 } from './writing/x12-997.ts';
export { encodeTa1 } from './writing/x12-ta1.ts';
export { groupAcknowledgementsOf } from './x12-acknowledgement.ts';
