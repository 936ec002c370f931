import { relative, sep } from 'node:path';
import express, { type Router } from 'express';

/** Nothing inline and nothing from elsewhere; images may be ones that the page itself made from a file. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Files under this path have a hash of their content in their names, and never change. */
const hashed = /^assets\/(?:.*\/)?[^/]+-[\w-]{8,}\.\w+$/;

/**
 * The border-post app under its path (`/verify/`), from the folder that it was built into. It speaks to this agent
 * only, may use the camera, and its service worker reaches no further than the path.
 */
export function createVerifyApp(folder: string, secure: boolean): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.set({
      'content-security-policy': secure ? `${policy}; upgrade-insecure-requests` : policy,
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), payment=()',
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
