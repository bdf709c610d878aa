import type { ReactNode } from 'react';

/** Three notes on three lines: partners in one beat. */
export function Logo({ size = 24 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d5468" />
      <path d="M7 10h18M7 16h18M7 22h18" stroke="#fff" strokeOpacity=".38" strokeWidth="1.6" />
      <circle cx="11" cy="22" r="3.4" fill="#fff" />
      <circle cx="17.5" cy="16" r="3.4" fill="#fff" />
      <circle cx="24" cy="10" r="3.4" fill="#f2b84b" />
    </svg>
  );
}
