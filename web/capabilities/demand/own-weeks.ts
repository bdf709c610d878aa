interface Said {
  owner: string;
  partner: string | null;
  source: string;
  weeks: { week: string; quantity: number }[];
}
interface View {
  statistical: { weeks: { week: string; quantity: number }[] } | null;
  parties: Said[];
}

/** What we said to this partner last; without, what the model says, in whole units. */
export function proposedWeeks(view: View, own: string | undefined, partner: string | null): Map<string, number> {
  const said = view.parties.find((one) => one.owner === own && one.partner === partner && one.source !== 'statistical');
  const weeks = said?.weeks ?? view.statistical?.weeks ?? [];
  return new Map(weeks.map(({ week, quantity }) => [week, said ? quantity : Math.round(quantity)]));
}

/** Numbers of a pasted row or column; a cell that is none ends them, so that nothing moves into another week. */
export function readPasted(text: string): number[] {
  const numbers: number[] = [];
  for (const cell of text.trim().split(/[\t\r\n]+/)) {
    const plain = cell.trim().replace(/[\s\u00a0']/g, '');
    const number = Number(/^\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain);
    if (plain === '' || !Number.isFinite(number) || number < 0) break;
    numbers.push(number);
  }
  return numbers;
}
