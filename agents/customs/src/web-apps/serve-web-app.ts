import { relative, sep } from 'node:path';
import express, { type Router } from 'express';

export interface WebAppPolicy {
  /** Whether browsers reach the agent over TLS. */
  secure: boolean;
  /** Where the app connects to, as sources of a content security policy; besides its own origin. */
  connect?: readonly string[];
  /** Whether it may use the camera; unless given, it may. */
  camera?: boolean;
}

/** Files under this path have a hash of their content in their names, and never change. */
const hashed = /^assets\/(?:.*\/)?[^/]+-[\w-]{8,}\.\w+$/;

/**
 * A web app under its path, from the folder that it was built into. It cannot be framed, and its service worker
 * reaches no further than the path.
 */
export function serveWebApp(folder: string, policy: WebAppPolicy): Router {
  const router = express.Router();
  const contentSecurity = contentSecurityOf(policy);
  const camera = policy.camera === false ? '()' : '(self)';
  router.use((_request, response, next) => {
    response.set({
      'content-security-policy': contentSecurity,
      'permissions-policy': `camera=${camera}, microphone=(), geolocation=(), usb=(), payment=()`,
    });
    next();
  });
  router.use(
    express.static(folder, {
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders(response, path) {
        const name = relative(folder, path).split(sep).join('/');
        // What has no hash (page, service worker, manifest) tells which version is in force, so it is always asked for.
        response.set('cache-control', hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  return router;
}

/** Nothing inline and nothing from elsewhere; images may be ones that the page itself made from a file. */
function contentSecurityOf({ secure, connect = [] }: WebAppPolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
