import type { Language } from '@eslabon/core';

interface ExportSentences {
  written(folder: string, file: string, bytes: number): string;
  deltas(count: number, removed: number): string;
  unchanged(folder: string, block: number): string;
}

/** The words of `bundle export`. */
export const exportSentences: Record<Language, ExportSentences> = {
  en: {
    written: (folder, file, bytes) => `${folder}: ${file}, ${bytes} bytes.`,
    deltas: (count, removed) =>
      `${count === 1 ? '1 delta leads' : `${count} deltas lead`} to it; ${removed} old files removed.`,
    unchanged: (folder, block) => `${folder} has this bundle already (block ${block}).`,
  },
  es: {
    written: (folder, file, bytes) => `${folder}: ${file}, ${bytes} bytes.`,
    deltas: (count, removed) =>
      `${count === 1 ? '1 delta lleva' : `${count} deltas llevan`} a él; ${removed} archivos viejos eliminados.`,
    unchanged: (folder, block) => `${folder} ya tiene este paquete (bloque ${block}).`,
  },
  pt: {
    written: (folder, file, bytes) => `${folder}: ${file}, ${bytes} bytes.`,
    deltas: (count, removed) =>
      `${count === 1 ? '1 delta leva' : `${count} deltas levam`} a ele; ${removed} arquivos antigos removidos.`,
    unchanged: (folder, block) => `${folder} já tem este pacote (bloco ${block}).`,
  },
};
