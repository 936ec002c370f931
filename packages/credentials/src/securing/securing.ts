import type { Container } from './container.js';
import type { Content } from './content.js';

/** One way of securing one kind of document. */
export interface Securing {
  /** What `typ` says and HTTP calls it. */
  mediaType: string;
  /** What `cty` says, or content type in COSE. */
  contentType?: string;
  container: Container;
  content: Content;
  /** Tells apart securings that share a media type, by what is inside. */
  when?: (claims: Record<string, unknown>) => boolean;
}
