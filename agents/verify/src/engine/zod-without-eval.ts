import { config } from 'zod';

// Zod compiles schemas with `new Function`, which the policy of the page forbids, and reports as a breach even when
// the attempt is caught. This must come before any schema is made, therefore it is the first import of the worker.
config({ jitless: true });
