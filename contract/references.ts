/**
 * How a partner's message names things, before anybody knows who is meant: parties, places and parts stand as the
 * codes that the message uses. The server resolves them against its mappings.
 */

/** A code and who gave it meaning, e.g. EDIFACT NAD 3039 with 3055, X12 N103/N104. */
export interface PartyReference {
  code?: string;
  /** Agency of the code: EDIFACT 3055 (9 GS1, 10 Odette, 91 supplier, 92 buyer), X12 N103 (1 DUNS, 92 buyer …), or the UNB/ISA qualifier. */
  agency?: string;
  name?: string;
  street?: string;
  city?: string;
  postalCode?: string;
  country?: string;
  /** Further codes of the same party in the message (tax number, internal number), as `qualifier:code`. */
  also?: string[];
}

/** The same article under the numbers that the message gives for it. */
export interface PartReference {
  buyerNumber?: string;
  supplierNumber?: string;
  gtin?: string;
  description?: string;
}

/** Where in the bytes a statement or error stands. Segment and message positions count from 1. */
export interface MessagePosition {
  message?: number;
  messageReference?: string;
  segment: number;
  tag: string;
  element?: number;
  component?: number;
  offset: number;
}

/** What a message does to the one it follows: BGM 1225, X12 353. */
export type MessageFunction = 'original' | 'replace' | 'change' | 'cancel' | 'unspecified';
