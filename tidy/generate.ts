import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { GENERATED_DOCS } from './generated-docs.ts';
import { ROOT } from './repository.ts';

/** `npm run generate --workspace tidy`: writes the pages that are made from the contract. */
for (const [file, page] of Object.entries(GENERATED_DOCS)) writeFileSync(path.join(ROOT, file), page());
