const HOUR = 3600;
/** Regulation (EC) 561/2006, article 7: a break of 45 minutes after 4½ hours of driving, or 15 and then 30 within them. */
export const DRIVING_BEFORE_BREAK = 4.5 * HOUR;
export const BREAK = 0.75 * HOUR;
const FIRST_PART = 0.25 * HOUR;
const SECOND_PART = 0.5 * HOUR;
/** Article 6 (1): nine hours a day. The two days a week with ten are kept for what nobody planned. */
export const DAILY_DRIVING = 9 * HOUR;
/** Article 8 (2): eleven hours of rest within 24 hours of the end of the last one, so that a day of duty has thirteen. */
export const DAILY_REST = 11 * HOUR;
export const DUTY_SPAN = 13 * HOUR;
/** Directive 2002/15/EC, article 5: no more than six hours of work in a row without a break of half an hour. */
export const WORK_BEFORE_BREAK = 6 * HOUR;

/** A driver's day so far. Every method takes the time at which something begins and returns the time at which it is over. */
export class DriverDay {
  breakSeconds = 0;
  restSeconds = 0;
  drivingSeconds = 0;
  #dutySince: number;
  #drivenToday = 0;
  #drivenSinceBreak = 0;
  #workedSinceBreak = 0;
  #hadFirstPart = false;

  constructor(start: number) {
    this.#dutySince = start;
  }

  /** Drives for so long in all, with the breaks and rests that fall due on the way. */
  drive(clock: number, seconds: number): number {
    let left = seconds;
    let now = clock;
    while (left > 0) {
      const today = Math.min(DAILY_DRIVING - this.#drivenToday, this.#dutySince + DUTY_SPAN - now);
      const stretch = Math.min(left, today, DRIVING_BEFORE_BREAK - this.#drivenSinceBreak, this.#workLeft());
      if (stretch > 0) {
        this.#work(stretch);
        this.#drivenToday += stretch;
        this.#drivenSinceBreak += stretch;
        this.drivingSeconds += stretch;
        left -= stretch;
        now += stretch;
      } else now = today <= 0 ? this.#rest(now) : this.#takeBreak(now);
    }
    return now;
  }

  /** Loads or unloads, which is work; a break or a rest that it would overrun comes first. */
  serve(clock: number, seconds: number): number {
    const start = this.beforeService(clock, seconds);
    this.#work(seconds);
    return start + seconds;
  }

  /** When a service of that length may begin. */
  beforeService(clock: number, seconds: number): number {
    if (seconds <= 0) return clock;
    if (clock + seconds > this.#dutySince + DUTY_SPAN) return this.#rest(clock);
    return seconds > this.#workLeft() && this.#workedSinceBreak > 0 ? this.#takeBreak(clock) : clock;
  }

  /** Waiting that is long enough is a break, or a rest. */
  wait(seconds: number, until: number): void {
    if (seconds >= DAILY_REST) this.#newDay(until);
    else if (seconds >= BREAK || (this.#hadFirstPart && seconds >= SECOND_PART)) this.#fresh();
    else if (seconds >= FIRST_PART) this.#hadFirstPart = true;
  }

  #workLeft(): number {
    return WORK_BEFORE_BREAK - this.#workedSinceBreak;
  }

  #work(seconds: number): void {
    this.#workedSinceBreak += seconds;
  }

  #takeBreak(clock: number): number {
    const length = this.#hadFirstPart ? SECOND_PART : BREAK;
    this.breakSeconds += length;
    this.#fresh();
    return clock + length;
  }

  #rest(clock: number): number {
    this.restSeconds += DAILY_REST;
    this.#newDay(clock + DAILY_REST);
    return clock + DAILY_REST;
  }

  #newDay(clock: number): void {
    this.#dutySince = clock;
    this.#drivenToday = 0;
    this.#fresh();
  }

  #fresh(): void {
    this.#drivenSinceBreak = 0;
    this.#workedSinceBreak = 0;
    this.#hadFirstPart = false;
  }
}
