/**
 * How requests are checked against their schemas. A field that the schema does not know is refused: left out in
 * silence, a mistyped name would look recorded.
 */
export const VALIDATION = { ajv: { customOptions: { removeAdditional: false } } } as const;
