import { Button, Group, Input, NumberInput, ScrollArea, Table, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grid, withColumn, withoutColumn, withoutRow, withRow } from './rates-values.ts';

interface GridProps {
  value: Grid;
  onChange: (grid: Grid) => void;
  error?: ReactNode;
}

/** Prices of 100 kg by weight and distance: each row a weight class, each column a distance band. */
export function GroupageGrid({ value, onChange, error }: GridProps): ReactNode {
  const { t } = useTranslation();
  const put = (list: Grid['fromKg'], at: number, field: number | string) =>
    list.map((one, i) => (i === at ? field : one));
  return (
    <Input.Wrapper label={t('freight.per100Kg')} error={error} labelElement="div">
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('freight.per100Kg') }}>
        <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('freight.fromKg')}</Table.Th>
              {value.upToKm.map((field, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a band is known by its place alone.
                <Table.Th key={at}>
                  <Cell
                    label={t('freight.upToKm', { number: at + 1 })}
                    value={field}
                    onChange={(next) => onChange({ ...value, upToKm: put(value.upToKm, at, next) })}
                    onRemove={value.upToKm.length > 1 ? () => onChange(withoutColumn(value, at)) : undefined}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.fromKg.map((field, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is known by its place alone.
              <Table.Tr key={row}>
                <Table.Td>
                  <Cell
                    label={t('freight.classFrom', { number: row + 1 })}
                    value={field}
                    onChange={(next) => onChange({ ...value, fromKg: put(value.fromKg, row, next) })}
                    onRemove={value.fromKg.length > 1 ? () => onChange(withoutRow(value, row)) : undefined}
                  />
                </Table.Td>
                {value.per100Kg[row]?.map((price, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a price is known by its place alone.
                  <Table.Td key={at}>
                    <Cell
                      label={t('freight.priceOf', { row: field, column: value.upToKm[at] })}
                      value={price}
                      onChange={(next) =>
                        onChange({
                          ...value,
                          per100Kg: value.per100Kg.map((prices, i) => (i === row ? put(prices, at, next) : prices)),
                        })
                      }
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Group gap={6} mt={4}>
        <Button variant="default" size="compact-xs" onClick={() => onChange(withRow(value))}>
          {t('freight.addClass')}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => onChange(withColumn(value))}>
          {t('freight.addBand')}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}

interface CellProps {
  label: string;
  value: number | string;
  onChange: (value: number | string) => void;
  onRemove?: (() => void) | undefined;
}

function Cell({ label, value, onChange, onRemove }: CellProps): ReactNode {
  const { t } = useTranslation();
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      w={96}
      min={0}
      hideControls
      value={value}
      onChange={onChange}
      rightSection={
        onRemove && (
          <UnstyledButton aria-label={t('freight.remove', { what: label })} onClick={onRemove}>
            <IconX size={12} aria-hidden />
          </UnstyledButton>
        )
      }
    />
  );
}
