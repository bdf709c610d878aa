import type { Body } from './body.ts';
import { DATE_FORMATS, parsePeriod } from './moments.ts';
import { DATE_FORMAT_UNKNOWN, DATE_INVALID, QUALIFIER_UNKNOWN, type Report } from './problems.ts';
import { peek, type Segment } from './segment.ts';

/**
 * Qualifiers of code list 2005 that schedules, despatch and receiving advices use in the field. A date under one
 * of these that no mapper asks for is unmapped and nothing more; one under any other is worth a warning.
 */
const KNOWN_QUALIFIERS = new Set(
  `2 4 7 8 9 10 11 12 15 17 18 19 35 36 37 38 39 42 43 44 46 47 48 50 51 52 53 54 58 61 63 64 65 67 69 71 72 74 75 76 78
   79 81 84 85 89 90 92 93 94 95 96 97 98 101 107 108 109 110 111 113 117 118 119 123 124 125 126 128 129 131 132 133 134
   135 136 137 138 140 141 143 144 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 164 165 166
   167 168 169 171 172 173 174 175 176 177 178 179 180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195 196
   197 198 199 200 201 202 203 204 205 206 207 208 209 210 218 219 227 232 233 234 235 242 252 257 263 264 265 268 273
   275 280 282 285 288 290 292 293 295 303 306 308 309 310 311 314 316 318 321 322 324 325 326 328 329 334 335 336 340
   341 342 343 344 346 347 348 349 350 351 352 353 354 355 356 357 358 359 360 361 362 363 364 365 366 367 370 371 372
   378 383 384 388 389 392 393 394 395 396 397 405 411 412 427 452 454 463 464 469 486 559 598 ZZZ`.split(/\s+/),
);

/** Dates that no mapper has read are checked all the same: a wrong one is an error wherever it stands. */
export function checkDates({ segments, count }: Body, report: Report): void {
  for (let at = 0; at < count; at++) {
    const segment = segments[at]!;
    if (segment.tag !== 'DTM') continue;
    const value = segment.find(1, 2);
    if (value < 0 || !segment.isTaken(value)) checkDate(segment, report);
  }
}

function checkDate(dtm: Segment, report: Report): void {
  const qualifier = peek(dtm, 1, 1) ?? '';
  if (!KNOWN_QUALIFIERS.has(qualifier)) {
    report(QUALIFIER_UNKNOWN, dtm, {
      value: qualifier,
      element: 1,
      component: 1,
      expected: 'a qualifier of code list 2005',
    });
  }
  const value = dtm.isTouched ? undefined : peek(dtm, 1, 2);
  if (value === undefined) return;
  const format = peek(dtm, 1, 3) ?? '102';
  const pattern = DATE_FORMATS[format];
  /* Formats for times of day and durations (4xx, 8xx) carry no date. */
  if (!pattern && /^[48]\d\d$/.test(format)) return;
  if (!pattern)
    report(DATE_FORMAT_UNKNOWN, dtm, {
      value: format,
      element: 1,
      component: 3,
      expected: `one of ${Object.keys(DATE_FORMATS).join(', ')}`,
    });
  else if (!parsePeriod(value, pattern) && !parsePeriod(value, 'CCYYMMDD'))
    report(DATE_INVALID, dtm, { value, element: 1, component: 2, expected: `${pattern} (format ${format})` });
}
