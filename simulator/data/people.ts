import type { Role } from '@intakt/contract';

/** The people behind the demonstration sign-ins; their e-mail is `first.last@<organisation>.example`. */
export const PEOPLE: { organisation: string; name: string; roles: Role[] }[] = [
  { organisation: 'aurin', name: 'Mara Lindner', roles: ['planner'] },
  { organisation: 'aurin', name: 'Jonas Weidt', roles: ['administrator'] },
  { organisation: 'aurin', name: 'Gesa Brandt', roles: ['gate'] },
  { organisation: 'aurin', name: 'Tomas Halder', roles: ['quality'] },
  { organisation: 'aurin', name: 'Ines Okoro', roles: ['manager'] },
  { organisation: 'voltara', name: 'Lukas Ferber', roles: ['planner', 'dispatcher'] },
  { organisation: 'sedana', name: 'Petra Nováková', roles: ['dispatcher'] },
  { organisation: 'kabela', name: 'Andrei Munteanu', roles: ['dispatcher', 'administrator'] },
  { organisation: 'cellion', name: 'Zsófia Balogh', roles: ['dispatcher'] },
  { organisation: 'kokkolit', name: 'Aino Laakso', roles: ['dispatcher'] },
  { organisation: 'nordlinie', name: 'Kai Petersen', roles: ['dispatcher'] },
  { organisation: 'frankenhub', name: 'Rita Schwab', roles: ['dispatcher', 'gate'] },
];
