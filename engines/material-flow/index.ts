export {
  addDays,
  addWorkingDays,
  dayNumber,
  daysBetween,
  type IsoDay,
  isoDay,
  isoWeekday,
  isWorkingDay,
  type WorkingCalendar,
  workingCalendar,
} from './days.ts';
export { daysOfSupply } from './days-of-supply.ts';
export {
  type DatedQuantity,
  type DemandQuantity,
  type Projection,
  type ProjectionInput,
  projectStock,
} from './project-stock.ts';
export { firstShiftOn, shiftOf } from './shift.ts';
export { spreadOver } from './spread.ts';
