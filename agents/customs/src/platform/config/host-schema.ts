import { z } from 'zod';

/** A host name in lower case, with `:port` where it is not 443; no IP address. */
export const hostSchema = z
  .string()
  .max(260)
  .regex(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9]\d{0,4})?$/,
    'must be a host in lower case, or host:port',
  )
  .refine((host) => !/^\d+(\.\d+)*(:|$)/.test(host), 'must not be an IP address');
