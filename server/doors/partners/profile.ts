import { HORIZONS, type Id } from '@intakt/contract';
import { WRITERS } from '@intakt/edi';
import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Address = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 35 }),
    qualifier: Type.Optional(Type.String({ minLength: 1, maxLength: 4 })),
  },
  closed,
);
const Sign = Type.String({ minLength: 1, maxLength: 1 });

/** What we say to this partner by message, besides acknowledgements. */
export const SPOKEN = ['schedule', 'despatch', 'receipt', 'inventory', 'status', 'transport-order'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Directories in which a message is written, the usual one first. */
const directoriesOf = (message: string, kind: 'schedule' | 'despatch'): string[] =>
  WRITERS.filter((writer) => writer.message === message && writer.kind === kind).map(({ version }) => version);

/** Releases that partners of the automotive trade ask for; dates have six digits before 004010. */
const X12_RELEASES = ['002001', '002040', '003020', '003040', '003060', '004010', '004030', '005010'];

const Versions = Type.Object(
  {
    forecast: Type.Optional(Type.Enum(directoriesOf('DELFOR', 'schedule'), { description: 'Directory of DELFOR' })),
    callOff: Type.Optional(Type.Enum(directoriesOf('DELJIT', 'schedule'), { description: 'Directory of DELJIT' })),
    despatch: Type.Optional(Type.Enum(directoriesOf('DESADV', 'despatch'), { description: 'Directory of DESADV' })),
    x12: Type.Optional(Type.Enum(X12_RELEASES, { description: 'Release of all X12 sets' })),
  },
  { ...closed, description: 'Versions of what we write; the usual ones where nothing is said' },
);

/** How one partner's messages are written and read. Every member has a default, so that a partner needs no profile. */
export const PartnerProfile = Type.Object(
  {
    format: Type.Enum(['edifact', 'x12', 'vda', 'csv'], {
      description: 'VDA: records 4905 and 4913. CSV: schedules as the sheet of call-offs',
    }),
    channel: Type.Enum(['folder', 'webhook', 'none'], {
      description: 'Folder: edi-out/<us>/<partner>/ below the data folder. None: messages are kept to be fetched.',
    }),
    url: Type.Optional(Type.String({ maxLength: 500, description: 'Where the channel webhook posts to' })),
    sends: Type.Array(Type.Enum([...SPOKEN]), { maxItems: SPOKEN.length, uniqueItems: true }),
    callOffs: Type.Optional(
      Type.Enum(['own', 'as-forecast'], {
        description: 'Call-offs go as DELJIT or 862 (own), or as forecasts do, in DELFOR or 830',
      }),
    ),
    versions: Type.Optional(Versions),
    acknowledges: Type.Boolean({ description: 'CONTRL, 997, APERAK and 824 go back by themselves' }),
    test: Type.Boolean({ description: 'What we send is marked as a test' }),
    own: Type.Optional(Address),
    partner: Type.Optional(Address),
    delimiters: Type.Optional(
      Type.Object(
        { element: Sign, component: Sign, terminator: Sign, release: Type.Optional(Sign) },
        { ...closed, description: 'What we write with; what we read is recognised by itself' },
      ),
    ),
    timeZone: Type.Optional(
      Type.String({ maxLength: 60, description: 'Of local times in both directions; else the zone of the site' }),
    ),
    horizons: Type.Optional(
      Type.Record(Type.String({ maxLength: 3 }), Type.Enum([...HORIZONS]), {
        description: 'Agreed meaning of commitment (4017) or forecast (680) qualifiers',
      }),
    ),
  },
  closed,
);
export type PartnerProfile = Static<typeof PartnerProfile>;

/** Acknowledgements go into the folder; nothing else is said before somebody asks for it. */
export const DEFAULT_PROFILE: PartnerProfile = {
  format: 'edifact',
  channel: 'folder',
  sends: [],
  acknowledges: true,
  test: false,
};

/** Countries where the trade speaks X12. */
const X12_COUNTRIES = ['US', 'CA', 'MX'];

export const defaultProfile = (country: string | undefined): PartnerProfile => ({
  ...DEFAULT_PROFILE,
  format: X12_COUNTRIES.includes(country ?? '') ? 'x12' : 'edifact',
});

export interface KeptProfile {
  owner: Id;
  partner: Id;
  profile: PartnerProfile;
}
