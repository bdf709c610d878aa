import { graphlib, layout } from '@dagrejs/dagre';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerOf, answered, api } from '../../api.ts';
import { type Format, useFormat } from '../../shell/format.ts';
import { type Names, useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import classes from './chain-graph.module.css';

type Chain = AnswerOf<'/api/projection/{site}/{part}/chain', 'get'>;
type Node = Chain['nodes'][number];
type Edge = Chain['edges'][number];

const NODE = { width: 196, height: 62 };

const chainQuery = (site: string, part: string) =>
  queryOptions({
    queryKey: ['projection', 'chain', site, part],
    queryFn: () => answered(api.GET('/api/projection/{site}/{part}/chain', { params: { path: { site, part } } })),
  });

/** The chain drawn from left to right, tier by tier; red where something stops or comes too late. */
export function ChainGraph({ site, part }: { site: string; part: string }): ReactNode {
  const query = useQuery(chainQuery(site, part));
  return <Answered query={query}>{(chain) => <Drawing chain={chain} />}</Answered>;
}

const keyOf = ({ site, part }: Pick<Node, 'site' | 'part'>): string => `${site}|${part}`;

interface Placed {
  width: number;
  height: number;
  nodes: { node: Node; x: number; y: number }[];
  edges: { edge: Edge; points: { x: number; y: number }[] }[];
}

function place(chain: Chain): Placed {
  const graph = new graphlib.Graph().setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 64, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of chain.nodes) graph.setNode(keyOf(node), { ...NODE });
  for (const { from, to } of chain.edges) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: chain.nodes.map((node) => {
      const { x, y } = graph.node(keyOf(node)) as { x: number; y: number };
      return { node, x: x - NODE.width / 2, y: y - NODE.height / 2 };
    }),
    edges: chain.edges.map((edge) => ({
      edge,
      points: (graph.edge(edge.from, edge.to) as { points: { x: number; y: number }[] }).points,
    })),
  };
}

function Drawing({ chain }: { chain: Chain }): ReactNode {
  const { t } = useTranslation();
  const placed = useMemo(() => place(chain), [chain]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section className={classes.scroller} tabIndex={0} aria-label={t('part.chain')}>
      <svg width={placed.width} height={placed.height} role="group" aria-label={t('part.chain')}>
        {placed.edges.map(({ edge, points }) => (
          <EdgeLine key={`${edge.from}>${edge.to}`} edge={edge} points={points} />
        ))}
        {placed.nodes.map((one) => (
          <NodeBox key={keyOf(one.node)} {...one} />
        ))}
      </svg>
    </section>
  );
}

function EdgeLine({ edge, points }: Placed['edges'][number]): ReactNode {
  const { t } = useTranslation();
  const late = edge.shipments.some((shipment) => shipment.late);
  const middle = points[Math.floor(points.length / 2)]!;
  const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  const label = labelOf(edge, (count) => t('part.onWay', { count }));
  return (
    <g data-late={late || undefined} className={classes.edge}>
      <path d={path} data-kind={edge.kind} />
      {label && (
        <text x={middle.x} y={middle.y - 5} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

/** How many go into one, or how many shipments are on their way. */
function labelOf(
  { kind, quantity, shipments }: Placed['edges'][number]['edge'],
  onWay: (count: number) => string,
): string {
  if (kind === 'built-into') return quantity ? `× ${quantity}` : '';
  return shipments.length > 0 ? onWay(shipments.length) : '';
}

function NodeBox({ node, x, y }: Placed['nodes'][number]): ReactNode {
  const names = useNames();
  const format = useFormat();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (): void =>
    void navigate({ to: '/parts/$site/$part', params: { site: node.site, part: node.part } as never });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') open();
  };
  const state = stateOf(node, format, t('part.unknown'));
  const name = partName(node, names);
  return (
    <g
      role="link"
      tabIndex={0}
      className={classes.node}
      data-light={node.light ?? 'none'}
      data-start={node.step === 0 || undefined}
      transform={`translate(${x} ${y})`}
      aria-label={`${name}, ${names.site(node.site)}, ${node.light ? t(`light.${node.light}`) : ''} ${state}`}
      onClick={open}
      onKeyDown={onKey}
    >
      <rect width={NODE.width} height={NODE.height} rx={7} />
      <rect width={5} height={NODE.height} rx={2.5} className={classes.bar} />
      <text x={14} y={19} className={classes.part}>
        {clip(name, 24)}
      </text>
      <text x={14} y={36}>
        {clip(names.site(node.site), 28)}
      </text>
      <text x={14} y={52} className={classes.state}>
        {clip([names.organisation(node.owner), state].filter(Boolean).join(' · '), 32)}
      </text>
    </g>
  );
}

const clip = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const partName = ({ part }: Node, names: Names): string => names.part(part);

function stateOf({ depth, stopAt }: Node, format: Format, unknown: string): string {
  if (depth === 'not-shared') return unknown;
  return stopAt ? format.shortDay(stopAt.slice(0, 10)) : '';
}
