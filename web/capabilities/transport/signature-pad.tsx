import { Button, Group, Text } from '@mantine/core';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const WIDTH = 480;
const HEIGHT = 150;

/** Signing with a finger. The picture is black on white whatever the colours of the page are, because it is evidence. */
export function SignaturePad({ onChange }: { onChange: (png: string | undefined) => void }): ReactNode {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT];
  };
  const brush = (): CanvasRenderingContext2D => canvas.current!.getContext('2d')!;
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    brush().beginPath();
    brush().moveTo(...at(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return;
    const pen = brush();
    pen.lineWidth = 2.5;
    pen.lineCap = 'round';
    pen.strokeStyle = '#000';
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const end = (): void => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange(canvas.current!.toDataURL('image/png'));
  };
  const clear = (): void => {
    brush().clearRect(0, 0, WIDTH, HEIGHT);
    onChange(undefined);
  };
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm">{t('drive.signature')}</Text>
        <Button variant="subtle" size="compact-xs" onClick={clear}>
          {t('drive.clear')}
        </Button>
      </Group>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('drive.signature')}
        style={{
          width: '100%',
          touchAction: 'none',
          background: '#fff',
          border: '1px solid var(--line)',
          borderRadius: 6,
        }}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerLeave={end}
      />
    </div>
  );
}
