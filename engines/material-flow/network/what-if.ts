import { applyChange, type Change } from './apply-change.ts';
import type { FlowNetwork } from './flow-network.ts';
import type { Outlook } from './outlook.ts';
import { reproject } from './reproject.ts';

/**
 * What if: applies changes, lets the caller read the outlook, and puts network and outlook back as they were. Only what
 * lies downstream of the changes is projected, twice.
 *
 * @param read takes from the network and the outlook what it wants to keep; both are put back afterwards
 * @example whatIf(network, outlook, [{ kind: 'shipment', transit: 3, arrival: 2 }], () => outlook.shortFrom[7])
 */
export function whatIf<Answer>(
  network: FlowNetwork,
  outlook: Outlook,
  changes: readonly Change[],
  read: () => Answer,
): Answer {
  const applied = changes.map((change) => applyChange(network, change));
  const changed = applied.flatMap((one) => one.changed);
  reproject(network, outlook, changed);
  try {
    return read();
  } finally {
    for (const { undo } of applied.reverse()) applyChange(network, undo);
    reproject(network, outlook, changed);
  }
}
