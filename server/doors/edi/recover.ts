import type { Instant } from '@intakt/contract';
import type { House } from '../../house.ts';
import type { InboxFile } from '../inbox/store.ts';
import { understand } from './intake.ts';

const MOST_RECOVERED = 500;

/** Files that were kept but not understood, because the server stopped in between; files that came since are being understood now. */
export async function recoverFiles(house: House, before: Instant): Promise<number> {
  const files = await house.db.system((tx) =>
    tx.query<InboxFile>(
      `select id, organisation, name, media_type as "mediaType", source, sha256, bytes, received_by as "receivedBy", received_at as "receivedAt"
       from inbox_file f where source in ('upload', 'folder') and received_at < $1
         and not exists (select 1 from inbox_message m where m.file = f.id)
       order by received_at limit ${MOST_RECOVERED}`,
      [before],
    ),
  );
  for (const file of files) await understand(house, file);
  return files.length;
}
