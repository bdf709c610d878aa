import type { AspectProblem, Said } from '@intakt/catena-x';
import { convertQuantity } from '@intakt/identifiers';
import type { Trade } from './trade.ts';

interface Translated {
  events: Said[];
  problems: AspectProblem[];
}
interface Measured {
  quantity: number;
  unit: string;
}

/** Stock, plans and shipments of a part add up in its own unit. */
export function inPartUnit({ events, problems }: Translated, { part }: Trade): Translated {
  const wrong = [...problems];
  const measured = events.map((event) => ({ ...event, data: converted(event.data, part.unit, wrong) }) as Said);
  return { events: measured, problems: wrong };
}

function converted(data: Said['data'], unit: string, wrong: AspectProblem[]): unknown {
  const measure = (amount: Measured): Measured => {
    const answer = convertQuantity(amount.quantity, amount.unit, unit);
    if (answer.kind === 'converted') return { quantity: answer.quantity, unit };
    wrong.push(notConverted(amount, unit));
    return amount;
  };
  if ('lines' in data) return { ...data, lines: data.lines.map((line) => ({ ...line, ...measure(line as Measured) })) };
  if ('quantities' in data) {
    const from = (data as { unit: string }).unit;
    const quantities = data.quantities.map((each) => ({
      ...each,
      quantity: measure({ quantity: each.quantity, unit: from }).quantity,
    }));
    return { ...data, unit, quantities };
  }
  return { ...data, ...measure(data as Measured) };
}

function notConverted({ quantity, unit }: Measured, expected: string): AspectProblem {
  const message = `${quantity} ${unit} cannot be converted to ${expected}, the unit of the part.`;
  return {
    path: '',
    code: 'UNIT_UNKNOWN',
    value: `${quantity} ${unit}`,
    expected: `a quantity in ${expected}`,
    message,
  };
}
