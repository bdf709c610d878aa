import type { Instant } from '@intakt/contract';
import type { House } from '../../house.ts';
import { findUnsettled, type InboxFile } from '../inbox/store.ts';
import { settleFresh, understand } from './intake.ts';

const MOST_RECOVERED = 500;

/** Takes up what a stop of the server left between keeping a file and settling its messages. Files that came since are being worked on. */
export async function recoverFiles(house: House, before: Instant): Promise<void> {
  const files = await house.db.system((tx) =>
    tx.query<InboxFile>(
      `select id, organisation, name, media_type as "mediaType", source, sha256, bytes, received_by as "receivedBy", received_at as "receivedAt"
       from inbox_file f where source in ('upload', 'folder') and parts = 0 and received_at < $1
         and not exists (select 1 from inbox_message m where m.file = f.id)
       order by received_at limit ${MOST_RECOVERED}`,
      [before],
    ),
  );
  const unsettled = await house.db.system((tx) => findUnsettled(tx, before));
  await settleFresh(house, unsettled, true);
  for (const file of files) await understand(house, file);
}
