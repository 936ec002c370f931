import { createContext, useContext } from 'react';
import type { QrReader } from '../scan/start-qr-reader.js';

export const QrReaderContext = createContext<QrReader>(async () => null);

export function useQrReader(): QrReader {
  return useContext(QrReaderContext);
}
