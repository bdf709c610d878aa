import { Group, Text, Tree, type TreeNodeData } from '@mantine/core';
import { IconBox, IconStack2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import type { HandlingUnit } from './queries.ts';
import { type UnitNode, unitTree } from './unit-tree.ts';

/** Pallets, and the boxes on them, by licence plate. */
export function UnitTree({ units }: { units: HandlingUnit[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('shipment.units', { count: units.length })}>
      {units.length === 0 ? (
        <Text c="dimmed">{t('shipment.noUnits')}</Text>
      ) : (
        <Tree
          data={unitTree(units).map(toTreeData)}
          levelOffset={22}
          renderNode={({ node, elementProps }) => (
            <UnitLine unit={unitOf(node, units)} hasChildren={Boolean(node.children)} elementProps={elementProps} />
          )}
        />
      )}
    </Panel>
  );
}

const toTreeData = ({ unit, children }: UnitNode): TreeNodeData => ({
  value: unit.unit,
  label: unit.unit,
  children: children.length > 0 ? children.map(toTreeData) : undefined,
});
const unitOf = (node: TreeNodeData, units: HandlingUnit[]): HandlingUnit | undefined =>
  units.find(({ unit }) => unit === node.value);

function UnitLine({
  unit,
  hasChildren,
  elementProps,
}: {
  unit?: HandlingUnit;
  hasChildren: boolean;
  elementProps: object;
}): ReactNode {
  const names = useNames();
  const format = useFormat();
  const Icon = hasChildren ? IconStack2 : IconBox;
  if (!unit) return null;
  return (
    <Group gap={8} wrap="nowrap" {...elementProps} py={2}>
      <Icon size={15} stroke={1.5} aria-hidden />
      <Text span className="mono">
        {unit.unit}
      </Text>
      <Text span size="xs" c="dimmed" truncate>
        {[unit.packaging, unit.part && names.part(unit.part)].filter(Boolean).join(' · ')}
      </Text>
      <Text span className="numeric" ml="auto">
        {unit.quantity == null ? '' : format.quantity(unit.quantity)}
      </Text>
    </Group>
  );
}
