import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Black on white whatever the colour scheme: a camera must read it. */
export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const picture = useQuery({
    queryKey: ['qr-code', text],
    queryFn: () => draw(text),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div style={{ background: '#fff', padding: 12, borderRadius: 8, width: 224, height: 224 }}>
      {picture.data && <img src={picture.data} alt={label} width={200} height={200} />}
    </div>
  );
}

async function draw(text: string): Promise<string> {
  const { qrcode, drawingSVG } = await import('bwip-js/browser');
  const svg = qrcode({ bcid: 'qrcode', text }, drawingSVG());
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
