import type { Names } from '../../shell/names.ts';
import type { ProjectionNode } from './queries.ts';

export interface GridSearch {
  site?: string;
  part?: string;
  light?: string;
  text?: string;
}

const LIGHT_ORDER = { red: 0, amber: 1, green: 2 } as const;
const squeeze = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '');

/** What the filters leave, the most urgent first. Part numbers are found with or without their spaces. */
export function filterNodes(nodes: ProjectionNode[], search: GridSearch, names: Names): ProjectionNode[] {
  const wanted = squeeze(search.text ?? '');
  const found = nodes.filter(
    (node) =>
      (!search.site || node.site === search.site) &&
      (!search.part || node.part === search.part) &&
      (!search.light || node.light === search.light) &&
      (wanted === '' || squeeze(textOf(node, names)).includes(wanted)),
  );
  return found.sort(
    (a, b) => LIGHT_ORDER[a.light] - LIGHT_ORDER[b.light] || (a.runsOutOn ?? '9').localeCompare(b.runsOutOn ?? '9'),
  );
}

function textOf(node: ProjectionNode, names: Names): string {
  const part = names.parts.get(node.part);
  const numbers = part?.numbers.map(({ number }) => number) ?? [];
  return [node.part, part?.number, part?.myNumber, part?.description, names.site(node.site), ...numbers].join('|');
}
