import type { StockMove } from '@intakt/epcis';

const LONGEST_CODE = 120;

/** A URI as a mapping's code, which has a limited length. */
export const codeOf = (uri: string): string => uri.slice(0, LONGEST_CODE);

/** The last part of a URI, where companies without GS1 keys put their own number. */
export function numberOf(uri: string): string {
  const last = /([^/:#]+)\/?$/.exec(uri)?.[1] ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A handling unit's name as a scan gives it and as despatch advices write it: with or without its identifier. */
export function unitNames({ ssccs, licencePlates, goods }: StockMove): string[] {
  const bySscc = ssccs.flatMap((sscc) => [sscc, `00${sscc}`, `(00)${sscc}`]);
  const byPlate = licencePlates.flatMap((plate) => [
    plate,
    ...['1J', '5J', '6J', 'J'].map((identifier) => identifier + plate),
  ]);
  const boxes = goods.kind === 'class' && goods.grai ? goods.epcs : [];
  return [...bySscc, ...byPlate, ...boxes];
}
