/** One rule each; `scalars.ts` says which. */
export type ScalarName =
  | 'text'
  | 'number'
  | 'boolean'
  | 'uuid'
  | 'bpnl'
  | 'bpns'
  | 'bpna'
  | 'unit'
  | 'country'
  | 'day'
  /** Date and time with an optional time zone; read to UTC. */
  | 'timestamp'
  /** The same, kept as it stands, because the sender's own calendar day matters. */
  | 'local-timestamp'
  /** Date and time with a time zone (RFC 3339). */
  | 'instant';

/** What a member may hold. Optional members are left out when they are empty; null is no value. */
export type Shape =
  | ScalarName
  | { oneOf: readonly string[] }
  | { from: number; to: number }
  | { longest: number }
  | SetShape
  | ObjectShape;

/** A list in which nothing occurs twice (SAMM sets). */
export interface SetShape {
  set: Shape;
  atLeast?: number;
  atMost?: number;
}

export interface ObjectShape {
  required: Readonly<Record<string, Shape>>;
  optional: Readonly<Record<string, Shape>>;
}

/** The static type of what a shape describes. */
export type Value<S> = S extends 'number' | { from: number }
  ? number
  : S extends 'boolean'
    ? boolean
    : S extends ScalarName | { longest: number }
      ? string
      : S extends { oneOf: readonly (infer Word)[] }
        ? Word
        : S extends { set: infer Item }
          ? Value<Item>[]
          : S extends { required: infer Required; optional: infer Optional }
            ? { -readonly [Name in keyof Required]: Value<Required[Name]> } & {
                -readonly [Name in keyof Optional]?: Value<Optional[Name]>;
              }
            : never;

/** Keeps the literal types of a shape, from which `Value` makes the type of the payload. */
export const shape = <const S extends ObjectShape>(members: S): S => members;
