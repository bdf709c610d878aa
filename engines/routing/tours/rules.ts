import type { Truck, World } from './world.ts';

/** What a rule looks at: the truck, and the orders that it would carry on one tour. */
export interface Question {
  world: World;
  truck: Truck;
  jobs: readonly number[];
}

/** A rule on who goes with whom. `broken` gives the reason in words. */
export interface Rule {
  name: string;
  broken: (question: Question) => string | undefined;
}

const skills: Rule = {
  name: 'skills',
  broken({ world, truck, jobs }) {
    const has = truck.type.skills ?? [];
    for (const job of jobs) {
      const missing = world.jobs[job]!.order.skills?.find((skill) => !has.includes(skill));
      if (missing) return `${truck.type.id} lacks ${missing}, which ${world.jobs[job]!.order.id} needs`;
    }
    return undefined;
  },
};

const incompatibilities: Rule = {
  name: 'incompatibilities',
  broken({ world, jobs }) {
    if (world.forbidden.size === 0) return undefined;
    const classes = [...new Set(jobs.flatMap((job) => world.jobs[job]!.order.goodsClass ?? []))];
    for (const [i, one] of classes.entries())
      for (const other of classes.slice(i))
        if (world.forbidden.has(`${one}|${other}`)) return `${one} goes with no ${other}`;
    return undefined;
  },
};

const stops: Rule = {
  name: 'stops',
  broken({ world, truck, jobs }) {
    const most = truck.type.maxStops;
    if (most === undefined) return undefined;
    const places = jobs.flatMap((job) => [world.jobs[job]!.pickup?.place, world.jobs[job]!.delivery?.place]);
    const count = new Set(places.filter((place) => place !== undefined)).size;
    return count > most ? `${count} places, and ${truck.type.id} goes to ${most} at most` : undefined;
  },
};

export const RULES: readonly Rule[] = [skills, incompatibilities, stops];

export function brokenRule(question: Question): string | undefined {
  for (const rule of RULES) {
    const reason = rule.broken(question);
    if (reason) return reason;
  }
  return undefined;
}
