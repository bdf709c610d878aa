/** The first cell of a template's explaining row begins with it. */
export const EXPLANATION = '#';

const ACTIVE = /^[=+\-@\t\r]/;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection), in workbooks too,
 * because they are saved as CSV. Names and numbers come from partners, so none of them is trusted.
 */
export const withQuote = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text);

/** The other way, so that what we wrote reads as it was. */
export const withoutQuote = (text: string): string =>
  text.startsWith("'") && ACTIVE.test(text.slice(1)) ? text.slice(1) : text;
