import type { EventCommand, EventData, EventType } from '@intakt/contract';
import { bySpeaker, command, type SpokenCommands } from './commands.ts';
import { freightCommands } from './freight-commands.ts';
import { TARIFF, VEHICLES } from './data/vehicles.ts';
import type { DemonstrationNetwork } from './network-shape.ts';

const SOURCE = 'master-data';
/** Before any day that a demonstration may be set to by documents that are years old. */
const FOUNDED_ON = '2000-01-03';
const FOUNDED_AT = `${FOUNDED_ON}T08:00:00.000Z`;

/**
 * The network's master data as events, each said by the organisation whose statement it is. The groups are in the
 * order in which they must be recorded: an organisation appears once in each phase.
 */
export function networkCommands(network: DemonstrationNetwork): SpokenCommands[] {
  return [
    companies(network),
    articles(network),
    introductions(network),
    relationships(network),
    acknowledgements(network),
    fleet(network),
    proposals(network),
    answers(network),
    freightCommands(FOUNDED_ON),
  ].flatMap(bySpeaker);
}

interface Spoken {
  organisation: string;
  command: EventCommand;
}

function say<T extends EventType>(organisation: string, type: T, about: string, data: EventData<T>): Spoken {
  return { organisation, command: command(SOURCE, type, about, FOUNDED_AT, data) };
}

function companies({ organisations, sites, packaging }: DemonstrationNetwork): Spoken[] {
  return [
    ...organisations.map((row) => say(row.organisation, 'organisation-registered', row.organisation, row)),
    ...sites.map((row) => say(row.owner, 'site-registered', row.site, row)),
    ...packaging.map((row) => say(row.owner, 'packaging-registered', row.packaging, row)),
  ];
}

function articles({ parts }: DemonstrationNetwork): Spoken[] {
  return parts.map((row) => say(row.owner, 'part-registered', row.part, row));
}

/** A supplier introduces its own article to a customer by the number that the customer gave it; only then can the customer name it. */
function introductions({ partNumbers }: DemonstrationNetwork): Spoken[] {
  return partNumbers
    .filter(({ owner, organisation }) => owner !== organisation)
    .map((row) => say(row.owner, 'part-numbered', `introduced:${row.organisation}:${row.part}`, row));
}

function relationships({ lanes, partNumbers, bills }: DemonstrationNetwork): Spoken[] {
  return [
    ...lanes.map((row) => say(row.customer, 'lane-agreed', row.lane, row)),
    ...partNumbers.map((row) => say(row.organisation, 'part-numbered', `${row.organisation}:${row.part}`, row)),
    ...bills.map((row) => say(row.owner, 'bill-of-material-registered', `${row.owner}:${row.parent}`, row)),
  ];
}

/** A supplier shows itself to a customer and its carrier by acknowledging one lane of each way between their sites. */
function acknowledgements({ lanes }: DemonstrationNetwork): Spoken[] {
  const ways = Map.groupBy(lanes, ({ supplier, customer, from, to, carrier }) =>
    [supplier, customer, from, to, carrier].join(' '),
  );
  return [...ways.values()].map(([row]) => say(row!.supplier, 'lane-agreed', `acknowledged:${row!.lane}`, row!));
}

const HOUSE_CARRIER = 'org-nordlinie';
/** The trucks that the plant plans with, and what the carriers of its lanes charge for them. */
function fleet({ plant, lanes }: DemonstrationNetwork): Spoken[] {
  const owner = plant.organisation;
  const ways = lanes.filter(({ customer, carrier }) => customer === owner && carrier);
  const carriers = [...new Set(ways.map(({ carrier }) => carrier!))].sort();
  return [
    ...VEHICLES.map(({ slug, ...row }) =>
      say(owner, 'vehicle-type-registered', slug, {
        ...row,
        vehicleType: `truck-${slug}`,
        owner,
        carrier: HOUSE_CARRIER,
      }),
    ),
    ...carriers.map((carrier) =>
      say(carrier, 'tariff-agreed', `${carrier}:tours`, { ...TARIFF, tariff: 'tours-2026', customer: owner, carrier }),
    ),
  ];
}

function proposals({ agreements }: DemonstrationNetwork): Spoken[] {
  return agreements.map(({ accepted: _, ...row }) =>
    say(row.proposer, 'agreement-proposed', row.agreement, { ...row, coversFrom: FOUNDED_ON }),
  );
}

function answers({ agreements }: DemonstrationNetwork): Spoken[] {
  return agreements
    .filter(({ accepted }) => accepted)
    .map(({ agreement, proposer, counterparty }) =>
      say(counterparty, 'agreement-accepted', agreement, { agreement, proposer, counterparty, by: counterparty }),
    );
}
