/** Short series that textbooks print, so that their figures can be looked up; quantities and quarters are the source's. */

const numbers = (text: string): Float64Array => Float64Array.from(text.trim().split(/\s+/), Number);

/** Quarterly beer production, megalitres, 1992 to 2007; FPP § 5.8. What follows are 2008 to the second quarter of 2010. */
export const BEER =
  numbers(`443 410 420 532 433 421 410 512 449 381 423 531 426 408 416 520 409 398 398 507 432 398 406 526
  428 397 403 517 435 383 424 521 421 402 414 500 451 380 416 492 428 408 406 506 435 380 421 490 435 390 412 454
  416 403 408 482 438 386 405 491 427 383 394 473`);
export const BEER_AFTER = numbers('420 390 410 488 415 398 419 488 414 374');

/** Saudi Arabian oil production, million tonnes, 1996 to 2013; FPP 2nd ed. § 7.1. */
export const OIL =
  numbers(`445.36 453.20 454.41 422.38 456.04 440.39 425.19 486.21 500.43 521.28 508.95 488.89 509.87 456.72
  473.82 525.95 549.83 542.34`);

/** Australian air passengers, millions, 1990 to 2016; FPP 2nd ed. § 7.2. */
export const AIR =
  numbers(`17.55 21.86 23.89 26.93 26.89 28.83 30.08 30.95 30.19 31.58 32.58 33.48 39.02 41.39 41.60 44.66
  46.95 48.73 51.49 50.03 60.64 63.36 66.36 68.20 68.12 69.78 72.60`);

/** Users logged on to a server, each minute; FPP 2nd ed. § 8.8, 3rd ed. § 8.2. */
export const SERVER_USERS =
  numbers(`88 84 85 85 84 85 83 85 88 89 91 99 104 112 126 138 146 151 150 148 147 149 143 132 131 139
  147 150 148 145 140 134 131 131 129 126 126 132 137 140 142 150 159 167 170 171 172 172 174 175 172 172 174 174 169 165
  156 142 131 121 112 104 102 99 99 95 88 84 84 87 89 88 85 86 89 91 91 94 101 110 121 135 145 149 156 165 171 175 177
  182 193 204 208 210 215 222 228 226 222 220`);

/** Visitor nights in Australia, millions a quarter, 2005 to 2015; FPP 2nd ed. § 7.6. */
export const VISITORS =
  numbers(`42.20566 24.64917 32.66734 37.25735 45.24246 29.35048 36.34421 41.78208 49.27660 31.27540 37.85063
  38.83704 51.23690 31.83855 41.32342 42.79900 55.70836 33.40714 42.31664 45.15712 59.57608 34.83733 44.84168 46.97125
  60.01903 38.37118 46.97586 50.73380 61.64687 39.29957 52.67121 54.33232 66.83436 40.87119 51.82854 57.49191 65.25147
  43.06121 54.76076 59.83447 73.25703 47.69662 61.09777 66.05576`);

/** Luteinising hormone in blood at 10-minute intervals; Diggle, Time Series (1990), table A.1. */
export const HORMONE =
  numbers(`2.4 2.4 2.4 2.2 2.1 1.5 2.3 2.3 2.5 2.0 1.9 1.7 2.2 1.8 3.2 3.2 2.7 2.2 2.2 1.9 1.9 1.8 2.7
  3.0 2.3 2.0 2.0 2.9 2.9 2.7 2.7 2.3 2.6 2.4 1.8 1.7 1.5 1.4 2.1 3.3 3.5 3.5 3.1 2.6 2.1 3.4 3.0 2.9`);

/** Accidents of 647 women in a munition works in five weeks: how many had none, one, two, …; Greenwood, Yule (1920), table V. */
export const ACCIDENTS = [447, 132, 42, 21, 3, 2];
