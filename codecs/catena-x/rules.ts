import type { Aspect, AspectName } from './aspects.ts';
import { type AspectProblem, problem } from './problem.ts';

type Rules = { [Name in AspectName]?: (aspect: Aspect<Name>) => AspectProblem[] };

/**
 * What the standards say in words and the schemas do not test. Partners send it all the same, so each is a warning:
 * the payload is read, and its sender should hear of it.
 */
const RULES: Rules = {
  DeliveryInformation: ({ positions }) =>
    positions.flatMap(({ deliveries }, p) =>
      deliveries.flatMap((delivery, d) => transitProblems(delivery, `/positions/${p}/deliveries/${d}`)),
    ),
  DemandAndCapacityNotification: ({ startDateOfEffect, expectedEndDateOfEffect: end }) =>
    end !== undefined && end < startDateOfEffect
      ? [broken('/expectedEndDateOfEffect', end, 'an end that is not before the start')]
      : [],
  WeekBasedMaterialDemand: (aspect) => [
    ...unitProblems(aspect),
    ...aspect.demandSeries.flatMap(({ demands }, s) =>
      demands.flatMap(({ pointInTime }, d) => mondayProblems(pointInTime, `/demandSeries/${s}/demands/${d}`)),
    ),
  ],
  WeekBasedCapacityGroup: (aspect) => [
    ...unitProblems(aspect),
    ...(aspect.capacities ?? []).flatMap((capacity, c) => [
      ...mondayProblems(capacity.pointInTime, `/capacities/${c}`),
      ...capacityProblems(capacity, `/capacities/${c}`),
    ]),
  ],
};

export function checkRules<Name extends AspectName>(name: Name, aspect: Aspect<Name>): AspectProblem[] {
  return RULES[name]?.(aspect) ?? [];
}

const broken = (path: string, value: unknown, expected: string) => problem('RULE_BROKEN', path, value, expected);

type Delivery = Aspect<'DeliveryInformation'>['positions'][number]['deliveries'][number];

/** CX-0118: one departure and one arrival, and goods that have arrived have also departed. */
function transitProblems({ transitEvents }: Delivery, path: string): AspectProblem[] {
  const at = `${path}/transitEvents`;
  const [departure, secondDeparture] = transitEvents.filter(({ eventType }) => eventType.endsWith('departure'));
  const [arrival, secondArrival] = transitEvents.filter(({ eventType }) => eventType.endsWith('arrival'));
  if (secondDeparture ?? secondArrival)
    return [broken(at, (secondDeparture ?? secondArrival)?.eventType, 'one departure and one arrival')];
  if (!departure || !arrival) return [];
  if (departure.eventType === 'estimated-departure' && arrival.eventType === 'actual-arrival')
    return [broken(at, arrival.eventType, 'an actual departure before an actual arrival')];
  if (arrival.dateTimeOfEvent < departure.dateTimeOfEvent)
    return [broken(at, arrival.dateTimeOfEvent, `an arrival after the departure at ${departure.dateTimeOfEvent}`)];
  return [];
}

/** CX-0128: a week is named by its Monday. */
function mondayProblems(day: string, path: string): AspectProblem[] {
  const isMonday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  return isMonday ? [] : [broken(`${path}/pointInTime`, day, 'the Monday of the week')];
}

function unitProblems(said: { unitOfMeasure?: string; unitOfMeasureIsOmitted: boolean }): AspectProblem[] {
  if (said.unitOfMeasureIsOmitted === (said.unitOfMeasure === undefined)) return [];
  return [
    broken('/unitOfMeasureIsOmitted', said.unitOfMeasureIsOmitted, 'true where, and only where, no unit is named'),
  ];
}

function capacityProblems(
  capacity: { actualCapacity: number; maximumCapacity: number },
  path: string,
): AspectProblem[] {
  const { actualCapacity, maximumCapacity } = capacity;
  if (actualCapacity <= maximumCapacity) return [];
  return [broken(`${path}/maximumCapacity`, maximumCapacity, `at least the actual capacity of ${actualCapacity}`)];
}
