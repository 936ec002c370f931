import { useMemo } from 'react';
import { type ErrorCorrection, qrPath } from './qr-path.js';

interface QrCodeProps {
  /** What the code holds. */
  text: string;
  /** What a screen reader says in place of the picture. */
  label: string;
  /** How much of it may be lost: 7, 15, 25 or 30 per cent. */
  errorCorrection?: ErrorCorrection | undefined;
}

/**
 * A QR code, black on white whatever the colours around it, with the quiet zone that readers need. As large as its
 * container. It says nothing to who cannot see it, so that the text has to be offered beside it in another way.
 */
export function QrCode({ text, label, errorCorrection = 'medium' }: QrCodeProps) {
  const { side, path } = useMemo(() => qrPath(text, errorCorrection), [text, errorCorrection]);
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
