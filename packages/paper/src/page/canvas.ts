import type PDFDocument from 'pdfkit';

/** A page that is being drawn: the document of pdfkit, and the element of its structure that holds everything. */
export interface Canvas {
  pdf: InstanceType<typeof PDFDocument>;
  /** Of the type Document (ISO 32000-1 §14.8.4.2): what a screen reader reads, in this order. */
  root: PDFKit.PDFStructureElement;
}
