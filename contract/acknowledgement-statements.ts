import type { Instant, IsoDay } from './primitives.ts';
import type { MessagePosition, PartyReference } from './references.ts';

/** What the partner's application thinks of a message that was readable: APERAK, 824. */
export interface ApplicationAdviceStatement {
  kind: 'application-advice';
  position: MessagePosition;
  adviceNumber: string;
  outcome: MessageVerdict;
  advisedAt?: Instant;
  from: PartyReference;
  to: PartyReference;
  subject: DocumentReference;
  errors: ApplicationError[];
}

/** The document that an advice is about, as far as it is named. */
export interface DocumentReference {
  /** Message type or transaction set, e.g. `DESADV`, `856`. */
  type?: string;
  number?: string;
  day?: IsoDay;
  /** Control references of interchange, group and message. */
  interchange?: string;
  group?: string;
  message?: string;
}

export interface ApplicationError {
  code?: string;
  text?: string;
  /** What was wrong, e.g. the part number; as `qualifier:number` where the message qualifies it. */
  reference?: string;
  segment?: string;
  element?: string;
  value?: string;
}

export type MessageVerdict = 'accepted' | 'accepted-with-errors' | 'rejected';

/** That an interchange came and could be taken apart: CONTRL; 997 or 999; TA1. */
export interface AcknowledgementStatement {
  kind: 'acknowledgement';
  position: MessagePosition;
  /** What the acknowledgement is of: the parties as they stood in the acknowledged envelope. */
  interchange?: { reference: string; sender?: PartyReference; receiver?: PartyReference };
  /** `received`: it came, and nothing is said yet of what is inside. */
  outcome: MessageVerdict | 'received';
  errors: SyntaxFault[];
  groups: AcknowledgedGroup[];
  /** Messages without group stand here. */
  messages: AcknowledgedMessage[];
}

export interface AcknowledgedGroup {
  /** X12 GS01; CONTRL does not repeat what UNG says. */
  identifier?: string;
  reference: string;
  outcome: MessageVerdict;
  errors: SyntaxFault[];
  messages: AcknowledgedMessage[];
  /** Transaction sets as the group said, as they arrived, and as they were accepted. */
  counted?: { stated: number; received: number; accepted: number };
}

export interface AcknowledgedMessage {
  reference: string;
  type: string;
  outcome: MessageVerdict;
  errors: SyntaxFault[];
}

/** Code as the family has it (EDIFACT 0085; X12 716 to 720), and where it applies. */
export interface SyntaxFault {
  code: string;
  meaning?: string;
  /** Position of the segment within its message, header counted as 1. */
  segment?: number;
  tag?: string;
  element?: number;
  component?: number;
  value?: string;
}
