import type { Light } from '@intakt/contract';
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Shape, colour and word say the same thing, so that none of them is needed alone. */
const SHAPES: Record<Light, ReactNode> = {
  red: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="var(--red-fill)" />,
  amber: <path d="M8 1.2 15.4 14.4H.6z" fill="var(--amber-fill)" />,
  green: <circle cx="8" cy="8" r="6" fill="var(--green-fill)" />,
};
const MARKS: Record<Light, ReactNode> = {
  red: <path d="M8 4.2v4.6M8 11.3v.4" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />,
  amber: <path d="M8 6v3.6M8 11.9v.3" stroke="#1a222c" strokeWidth="1.6" strokeLinecap="round" />,
  green: (
    <path
      d="m5.4 8.2 1.9 1.9 3.4-3.9"
      stroke="#fff"
      strokeWidth="1.6"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

export function LightMark({ light, size = 14 }: { light: Light; size?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={t(`light.${light}`)}
      style={{ flex: 'none' }}
    >
      {SHAPES[light]}
      {MARKS[light]}
    </svg>
  );
}

export function LightLabel({ light, text }: { light: Light; text?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap" component="span">
      <LightMark light={light} />
      <Text span size="xs" fw={560} c={`var(--${light})`}>
        {text ?? t(`light.${light}`)}
      </Text>
    </Group>
  );
}
