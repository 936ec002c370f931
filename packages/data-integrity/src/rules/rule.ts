import type { JsonObject } from '../json/json-object.js';
import type { Report } from '../problems/problem.js';

/** A rule of the data model: looks at a document and reports what breaks it. It never throws. */
export type Rule = (document: JsonObject, report: Report) => void;
