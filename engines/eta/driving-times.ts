/** What a driver has behind him when the drive begins or goes on; all absent: fresh from a weekly rest, Monday 00:00. */
export interface DriverState {
  /** Driven since the last break of 45 minutes, and since the last daily rest. */
  sinceBreakHours?: number;
  sinceDailyRestHours?: number;
  /** Clock hours since the last daily and the last weekly rest ended. */
  dutyHours?: number;
  sinceWeeklyRestHours?: number;
  /** Driven in this calendar week and in the one before, and hours since Monday 00:00. */
  thisWeekHours?: number;
  lastWeekHours?: number;
  weekClockHours?: number;
}

/** Regulation (EC) No 561/2006, with the regular values where it allows exceptions: plans must not live on these. */
export const EU_561 = {
  driveBeforeBreakHours: 4.5, // Art. 7
  breakHours: 0.75, // Art. 7
  dailyDriveHours: 9, // Art. 6(1); ten hours twice a week are left as reserve
  dailyRestHours: 11, // Art. 4(g), 8(2)
  dutyHours: 13, // Art. 8(2): the rest lies within 24 hours of the end of the one before
  weeklyDriveHours: 56, // Art. 6(2)
  fortnightDriveHours: 90, // Art. 6(3)
  weeklyRestHours: 45, // Art. 4(h)
  betweenWeeklyRestsHours: 144, // Art. 8(6): at the latest after six days
} as const;

const WEEK_HOURS = 168;

/**
 * Clock hours that so many hours at the wheel take with the breaks and rests of the EU rules, one driver.
 *
 * @param drivingHours hours at the wheel still to come
 * @param state what the driver has behind him
 * @throws RangeError for a negative or endless drive
 * @example clockHoursFor(9) // 9.75: a break of 45 minutes after four and a half hours
 */
export function clockHoursFor(drivingHours: number, state: DriverState = {}): number {
  if (!(drivingHours >= 0 && drivingHours < 2000))
    throw new RangeError(`A drive of ${drivingHours} hours: expected 0 to 2000.`);
  const driver = new Driver(state);
  let left = drivingHours;
  // Each turn drives until a limit or rests to lift one; four rests and waits at most stand between two drives.
  while (left > EPSILON) {
    const step = Math.min(left, driver.mayDriveHours());
    if (step > EPSILON) left -= driver.drive(step);
    else driver.rest();
  }
  return driver.clockHours;
}

const EPSILON = 1e-9;
const INVERSION_STEPS = 60;

/**
 * Hours at the wheel that fit into so many clock hours of a driver who begins fresh: the inverse of `clockHoursFor`. Of a
 * time that ends within a rest, the hours driven before it.
 *
 * @param clockHours hours from the departure on, 0 to 2000
 * @throws RangeError for a negative or endless time
 * @example wheelHoursIn(9.75) // 9
 */
export function wheelHoursIn(clockHours: number): number {
  if (!(clockHours >= 0 && clockHours < 2000))
    throw new RangeError(`${clockHours} hours on the way: expected 0 to 2000.`);
  let [low, high] = [0, clockHours];
  if (clockHoursFor(high) <= clockHours) return high;
  for (let step = 0; step < INVERSION_STEPS; step++) {
    const middle = (low + high) / 2;
    if (clockHoursFor(middle) <= clockHours) low = middle;
    else high = middle;
  }
  return low;
}

class Driver {
  clockHours = 0;
  #sinceBreak: number;
  #sinceDaily: number;
  #duty: number;
  #sinceWeekly: number;
  #thisWeek: number;
  #lastWeek: number;
  #weekClock: number;

  constructor(state: DriverState) {
    this.#sinceBreak = state.sinceBreakHours ?? 0;
    this.#sinceDaily = state.sinceDailyRestHours ?? this.#sinceBreak;
    this.#duty = state.dutyHours ?? this.#sinceDaily;
    this.#sinceWeekly = state.sinceWeeklyRestHours ?? this.#duty;
    this.#thisWeek = state.thisWeekHours ?? this.#sinceDaily;
    this.#lastWeek = state.lastWeekHours ?? 0;
    this.#weekClock = state.weekClockHours ?? 0;
  }

  mayDriveHours(): number {
    return Math.min(
      EU_561.driveBeforeBreakHours - this.#sinceBreak,
      EU_561.dailyDriveHours - this.#sinceDaily,
      EU_561.dutyHours - this.#duty,
      EU_561.betweenWeeklyRestsHours - this.#sinceWeekly,
      this.#weekAllowance(),
      this.#weekAllowance() > EPSILON ? Math.max(EPSILON * 2, WEEK_HOURS - this.#weekClock) : 0,
    );
  }

  #weekAllowance(): number {
    return Math.min(
      EU_561.weeklyDriveHours - this.#thisWeek,
      EU_561.fortnightDriveHours - this.#thisWeek - this.#lastWeek,
    );
  }

  drive(hours: number): number {
    this.#sinceBreak += hours;
    this.#sinceDaily += hours;
    this.#thisWeek += hours;
    this.#pass(hours);
    return hours;
  }

  /** The longest rest that is due lifts the shorter limits, too. */
  rest(): void {
    if (this.#weekAllowance() <= EPSILON)
      return this.#restFor(Math.max(EU_561.weeklyRestHours, WEEK_HOURS - this.#weekClock), 'weekly');
    if (EU_561.betweenWeeklyRestsHours - this.#sinceWeekly <= EPSILON)
      return this.#restFor(EU_561.weeklyRestHours, 'weekly');
    const dayIsOver = EU_561.dailyDriveHours - this.#sinceDaily <= EPSILON || EU_561.dutyHours - this.#duty <= EPSILON;
    if (dayIsOver) return this.#restFor(EU_561.dailyRestHours, 'daily');
    this.#restFor(EU_561.breakHours, 'break');
  }

  #restFor(hours: number, kind: 'break' | 'daily' | 'weekly'): void {
    this.#pass(hours);
    this.#sinceBreak = 0;
    if (kind === 'break') return;
    this.#sinceDaily = 0;
    this.#duty = 0;
    if (kind === 'weekly') this.#sinceWeekly = 0;
  }

  #pass(hours: number): void {
    this.clockHours += hours;
    this.#duty += hours;
    this.#sinceWeekly += hours;
    this.#weekClock += hours;
    while (this.#weekClock >= WEEK_HOURS - EPSILON) {
      this.#weekClock -= WEEK_HOURS;
      this.#lastWeek = this.#thisWeek;
      this.#thisWeek = 0;
    }
  }
}
