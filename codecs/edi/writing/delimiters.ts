/** The signs that a partner wants its interchanges written with; each one character of ASCII. */
export interface WrittenDelimiters {
  element: string;
  component: string;
  terminator: string;
  /** EDIFACT only: X12 has no release sign. */
  release?: string;
}

const code = (sign: string): number => sign.charCodeAt(0);
const [PLUS, COLON, QUOTE, QUESTION] = ['+', ':', "'", '?'].map(code) as [number, number, number, number];

/**
 * Rewrites an interchange that this codec wrote with other delimiters: EDIFACT gets a UNA and releases what now needs it.
 * X12 cannot release anything, so an interchange whose text holds one of the signs stays as it is.
 *
 * @param bytes what one of this room's writers returned
 * @returns the same interchange; reading it gives the same statements
 * @example withDelimiters(encodeDelfor(statements, control), { element: '*', component: '|', terminator: '~', release: '\\' })
 */
export function withDelimiters(bytes: Uint8Array, delimiters: WrittenDelimiters): Uint8Array {
  const isX12 = bytes[0] === code('I') && bytes[1] === code('S');
  return isX12 ? rewriteX12(bytes, delimiters) : rewriteEdifact(bytes, delimiters);
}

function rewriteEdifact(
  bytes: Uint8Array,
  { element, component, terminator, release = '?' }: WrittenDelimiters,
): Uint8Array {
  const written = new Map([
    [PLUS, code(element)],
    [COLON, code(component)],
    [QUOTE, code(terminator)],
  ]);
  const sign = code(release);
  const special = new Set([...written.values(), sign]);
  const out: number[] = [...`UNA${component}${element}.${release} ${terminator}`].map(code);
  const literal = (byte: number): void => void (special.has(byte) ? out.push(sign, byte) : out.push(byte));
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUESTION) literal(bytes[++at]!);
    else if (written.has(byte)) out.push(written.get(byte)!);
    else literal(byte);
  }
  return Uint8Array.from(out);
}

/** ISA is of fixed width: its 4th byte separates elements, its 105th components, its 106th ends segments. */
function rewriteX12(bytes: Uint8Array, { element, component, terminator }: WrittenDelimiters): Uint8Array {
  const written = new Map([
    [bytes[3]!, code(element)],
    [bytes[104]!, code(component)],
    [bytes[105]!, code(terminator)],
  ]);
  const wanted = new Set(written.values());
  if (bytes.some((byte) => wanted.has(byte) && !written.has(byte))) return bytes;
  return bytes.map((byte) => written.get(byte) ?? byte);
}
