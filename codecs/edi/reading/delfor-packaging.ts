import type { SchedulePackaging } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { children } from '../tree.ts';
import { compact } from './party.ts';
import { qualified, type Reading, readQuantity } from './reading.ts';

/** 6063: quantity per pack. */
const PER_PACK = '52';

/** PAC under an article of DELFOR with its QTY+52; DELJIT has no quantity there, and states that of the first with the article's. */
export function readSchedulePackaging(lin: Segment, reading: Reading): SchedulePackaging[] | undefined {
  const ofArticle = readCapacity(lin, reading);
  const packaging = children(lin, 'PAC').map((pac, index) =>
    compact<SchedulePackaging>({
      ...readCodes(pac),
      capacity: readCapacity(pac, reading) ?? (index === 0 ? ofArticle : undefined),
    }),
  );
  const alone = packaging.length === 0 && ofArticle !== undefined ? [{ capacity: ofArticle }] : packaging;
  const said = alone.filter((one) => Object.keys(one).length > 0);
  return said.length > 0 ? said : undefined;
}

/** C202 the type of package, the supplier's where 3055 is 91; C402 the same under the supplier's number (SA). */
function readCodes(pac: Segment): SchedulePackaging {
  const supplierPackaging = peek(pac, 4, 3) === 'SA' ? text(pac, 4, 2) : undefined;
  if (supplierPackaging) take(pac, 4, 3);
  const code = text(pac, 3, 1) ?? text(pac, 3, 4);
  return text(pac, 3, 3) === '91'
    ? { supplierPackaging: supplierPackaging ?? code }
    : { packaging: code, supplierPackaging };
}

function readCapacity(node: Segment, reading: Reading): number | undefined {
  const qty = qualified(node, 'QTY', PER_PACK);
  take(qty, 1, 1);
  take(qty, 1, 3);
  return qty && readQuantity(reading, qty, 1, 2);
}
