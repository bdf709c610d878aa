import path from 'node:path';
import { FILES, read } from './repository.ts';

export const PAGES = FILES.filter((file) => file.endsWith('.md'));

export interface Link {
  page: string;
  target: string;
  /** The file that it means, relative to the repository. */
  file: string;
  anchor: string | undefined;
}

/** Links and pictures of a page that point into the repository. */
export function linksOf(page: string): Link[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .map((target) => {
      const [file, anchor] = target.split('#');
      return { page, target, file: file ? path.posix.join(path.posix.dirname(page), file) : page, anchor };
    });
}

/** The anchors that a reader of the page can be sent to, named as GitHub names them. */
export const anchorsOf = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Commands like `npm run bench:live`, and the room in whose manifest they stand. */
export const scriptsNamedIn = (page: string): { script: string; manifest: string }[] =>
  [...read(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)(?: --workspace ([\w/-]+))?/g)].map(
    ([, run, short, room]) => ({ script: (run ?? short)!, manifest: room ? `${room}/package.json` : 'package.json' }),
  );

const prose = (page: string): string => read(page).replace(/^```[\s\S]*?^```/gm, '');

/** Files and folders of ours that a page names in text, like `server/record/commit.ts`. */
export const pathsNamedIn = (page: string): string[] =>
  [...prose(page).matchAll(/`([a-z][\w-]*(?:\/[\w.*<>-]+)+)`/g)]
    .map(([, named]) => named!)
    .filter((named) => FILES.some((file) => file.startsWith(`${named.split('/')[0]}/`)));

/** Addresses of the interface that a page names, like `GET /api/feed`. */
export const addressesNamedIn = (page: string): string[] =>
  [...read(page).matchAll(/`(?:GET|POST|PUT|DELETE) (\/[\w/:.-]+)`|`(\/(?:health|epcis|api)[\w/:.-]*)`/g)].map(
    ([, called, bare]) => (called ?? bare)!,
  );
