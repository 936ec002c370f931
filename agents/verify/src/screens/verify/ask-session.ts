import type { Session } from '../../app/session.js';
import { isClockBehind } from '../../bundles/age-of.js';
import { bundleFor } from '../../bundles/bundle-for.js';
import type { Assessment, LookUpAnswer } from '../../engine/contract.js';
import { TroubleError } from '../../engine/trouble-error.js';
import type { StoredBundle } from '../../store/stored.js';

/** Asks about what was presented, now or at another instant. */
export function assess(session: Session, presented: string, asked: Date | undefined): Promise<Assessment> {
  return withBundle(session, asked, (stored, country, at) =>
    session.engine('decide', { presented, digest: stored.digest, country, at }),
  );
}

/** Looks a company up by its tax number. */
export function lookUp(
  session: Session,
  { tinCountry, tin }: { tinCountry: string; tin: string },
  asked: Date | undefined,
): Promise<LookUpAnswer> {
  return withBundle(session, asked, (stored, country, at) =>
    session.engine('lookUp', { tinCountry, tin, digest: stored.digest, country, at }),
  );
}

/** With the bundle of the right time, which is opened (again) where the worker does not have it open. */
async function withBundle<T>(
  session: Session,
  asked: Date | undefined,
  ask: (stored: StoredBundle, country: string, at: number) => Promise<T>,
): Promise<T> {
  const { bundle, stored, settings } = session.ready();
  if (bundle.state !== 'open' || settings.post === undefined) {
    throw new TroubleError({ code: 'BUNDLE_NOT_READY', message: 'There is no bundle in use.' });
  }
  if (asked === undefined && isClockBehind(settings.latestSeen, Date.now() / 1000)) {
    // Genuine documents would look as if they came from the future, which only forgeries do.
    throw new TroubleError({ code: 'CLOCK_BEHIND', message: `The clock says ${new Date().toISOString()}.` });
  }
  const { country } = settings.post;
  const at = (asked ?? new Date()).getTime();
  const chosen =
    asked === undefined ? bundle.stored : bundleFor(stored, bundle.stored, Math.floor(at / 1000));
  try {
    return await ask(chosen, country, at);
  } catch (error) {
    if (!(error instanceof TroubleError) || error.code !== 'BUNDLE_NOT_READY') throw error;
    await session.reopen(chosen, settings);
    return ask(chosen, country, at);
  }
}
