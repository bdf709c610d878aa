import type { Chance } from './edi-files.ts';

/** One transmission: its records, and how many of them say an article. */
export interface VdaBody {
  records: string[];
  lines: number;
}

const RECORD_LENGTH = 128;
const PARTIES = '700100000100000001';
const record = (text: string): string => text.padEnd(RECORD_LENGTH);
const digits = (value: number, length: number): string => String(value).padStart(length, '0');
const part = (chance: Chance): string => `${chance.between(1, 9)}K0${chance.between(100_000, 999_999)}`.padEnd(22);

/** VDA 4905: articles called off by day, by week and by month, each with its position and its leave to produce. */
export function callOffs(number: number, chance: Chance, articles: number): VdaBody {
  const transmission = digits(number % 100_000, 5);
  const records = [record(`51102${PARTIES}00000${transmission}260302260101`)];
  for (let n = 1; n <= articles; n++) {
    const call = digits(number * articles + n, 9);
    records.push(
      record(`51202W1H${call}260302000000186260223${part(chance)}${part(chance)}5500043574  TOR3     ST`),
      record(`5130226030180000471260227${digits(chance.between(1, 900) * 1000, 12)}${digits(1_000_000, 10)}`).slice(
        0,
        47,
      ) + dated(chance, DAYS.slice(0, 5)).padEnd(81),
      ...later(DAYS.slice(5).concat('555555', WEEKS, MONTHS)).map((dates) => record(`51402${dated(chance, dates)}`)),
      record(`5150226010126032000000410002601012604300000046000${' '.repeat(31)}260831L12`),
      record(`51702${'KLT6429'.padEnd(44)}0000024`),
    );
  }
  return {
    records: [...records, trailer('519', ['511', '512', '513', '514', '517', '518', '519', '515'], records)],
    lines: articles,
  };
}

const DAYS = Array.from({ length: 14 }, (_, day) => `2603${digits(day + 3, 2)}`);
const WEEKS = Array.from({ length: 15 }, (_, week) => `26${digits(week + 12, 2)}${digits(week + 12, 2)}`);
const MONTHS = Array.from({ length: 6 }, (_, month) => `26${digits(month + 7, 2)}00`);

const dated = (chance: Chance, dates: readonly string[]): string =>
  dates.map((date) => date + digits(date === '555555' ? 0 : chance.between(1, 40) * 24, 9)).join('');

/** Eight dates to a record; what is left of the last one says that there are no more. */
function later(dates: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(dates.length / 8) }, (_, at) => dates.slice(at * 8, at * 8 + 8));
}

/** VDA 4913: a transport for each truck, with a note, its articles and the labels of their packages. */
export function deliveryNotes(number: number, chance: Chance, transports: number): VdaBody {
  const transmission = digits(number % 100_000, 5);
  const records = [record(`71103${PARTIES}00000${transmission}260302`)];
  let lines = 0;
  let label = number * 100_000;
  for (let n = 1; n <= transports; n++) {
    const consignment = digits((number * transports + n) % 100_000_000, 8);
    const articles = chance.between(5, 20);
    lines += articles;
    records.push(
      record(`71203${consignment}S71${'C9'.padEnd(14)}2603021000${digits(chance.between(900, 24_000), 7)}`),
      record(`71303${consignment}260302TOR3 03    5500043574        W1H`),
    );
    for (let line = 1; line <= articles; line++) {
      const packs = chance.between(1, 8);
      const quantity = digits(packs * 24_000, 13);
      const from = digits(label % 1_000_000_000, 9);
      label += packs;
      const to = digits((label - 1) % 1_000_000_000, 9);
      records.push(
        record(`71403${part(chance)}${part(chance)}004${quantity}ST${'0'.repeat(13)}      ${digits(line, 3)}`),
        record(
          `71503${'KLT6429'.padEnd(44)}${digits(packs * 1000, 13)}${digits(line, 3)}${digits(24_000, 13)}${from}${to}`,
        ),
      );
    }
  }
  const counted = ['711', '712', '713', '714', '715', '716', '718', '719', '717'];
  return { records: [...records, trailer('719', counted, records)], lines };
}

/** Counts the records of each type, itself among them. */
function trailer(type: string, counted: readonly string[], records: readonly string[]): string {
  const countOf = (tag: string) => (tag === type ? 1 : records.filter((one) => one.startsWith(tag)).length);
  return record(`${type}${type === '519' ? '02' : '03'}${counted.map((tag) => digits(countOf(tag), 7)).join('')}`);
}
