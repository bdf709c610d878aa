import { randomUUID } from 'node:crypto';
import type { House } from '../../house.ts';
import type { PartnerProfile } from '../partners/profile.ts';
import type { OutgoingMessage } from './store.ts';

type Known = Pick<
  OutgoingMessage,
  'owner' | 'partner' | 'receiver' | 'format' | 'type' | 'controlReference' | 'events' | 'answers'
>;

const ENDINGS: Record<OutgoingMessage['format'], string> = { edifact: 'edi', x12: 'x12', vda: 'vda', csv: 'csv' };

/** A new outgoing message by the partner's channel; without a partner there is none, and it is kept to be fetched. */
export function draft(house: House, { profile, ...known }: Known & { profile: PartnerProfile }): OutgoingMessage {
  const now = house.clock.instant();
  const channel = known.partner ? profile.channel : 'none';
  const ending = ENDINGS[known.format];
  return {
    ...known,
    id: `o-${randomUUID()}`,
    name: `${known.type}-${known.controlReference}.${ending}`.replace(/[^\w.-]+/g, '_'),
    channel,
    target: channel === 'webhook' ? profile.url : undefined,
    state: channel === 'none' ? 'kept' : 'waiting',
    attempts: 0,
    dueAt: now,
    createdAt: now,
  };
}
