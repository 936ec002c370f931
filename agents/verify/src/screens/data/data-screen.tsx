import { FileDrop, Notice, PageHeading, Progress } from '@eslabon/ui';
import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { examineData, keepForPast, type Offer, useBundle as putToUse } from '../../bundles/take-data.js';
import { TroubleError } from '../../engine/trouble-error.js';
import { classifyFile } from '../../presented/classify-file.js';
import { limits } from '../../presented/limits.js';
import { readFile } from '../../presented/read-file.js';
import type { BundleOrigin } from '../../store/stored.js';
import { BundlePanel } from './bundle-panel.js';
import { FetchPanel } from './fetch-panel.js';
import { OfferDialog } from './offer-dialog.js';
import { PastPanel } from './past-panel.js';

/** What came of new data. */
type Outcome = { kind: 'used'; block: number } | { kind: 'same' } | { kind: 'past' };

/** The data of the post: what they are, how old, what they prove, and how newer ones come in. */
export function DataScreen() {
  const { t, language } = useWords();
  const session = useSession();
  const { bundle } = useReady();
  const task = useTask();
  const [outcome, setOutcome] = useState<Outcome>();
  const [offer, setOffer] = useState<Offer>();

  const use = async (examined: Offer) => {
    await putToUse(session, examined);
    // Asked once there is something to lose; the browser may say no.
    void navigator.storage?.persist?.();
    setOutcome({ kind: 'used', block: examined.summary.block.number });
  };
  const take = async (data: { kind: 'bundle' | 'delta'; bytes: Uint8Array }, origin: BundleOrigin) => {
    const examined = await examineData(session, data, origin, Math.floor(Date.now() / 1000));
    if (examined.order === 'same') setOutcome({ kind: 'same' });
    else if (examined.order === 'first' || examined.order === 'newer') await use(examined);
    else setOffer(examined);
  };
  const begin = (work: () => Promise<void>) => {
    setOutcome(undefined);
    void task.run(work);
  };
  const answer = (work: () => Promise<void>) => {
    setOffer(undefined);
    begin(work);
  };

  return (
    <>
      <PageHeading>{t('data.title')}</PageHeading>
      <TroubleNotice trouble={task.trouble}>
        {bundle.state === 'open' && <p>{t('data.stays')}</p>}
      </TroubleNotice>
      {task.busy && <Progress label={t('data.working')} />}
      {outcome?.kind === 'used' && (
        <Notice tone="good" announce>
          <p>{t('data.used', { block: formatCount(outcome.block, language) })}</p>
        </Notice>
      )}
      {outcome?.kind === 'same' && (
        <Notice tone="calm" announce>
          <p>{t('data.same')}</p>
        </Notice>
      )}
      {outcome?.kind === 'past' && (
        <Notice tone="calm" announce>
          <p>{t('data.keptForPast')}</p>
        </Notice>
      )}
      <div className="columns">
        <div className="stack loose">
          <BundlePanel />
          <PastPanel />
        </div>
        <div className="stack loose">
          <section className="panel">
            <h2>{t('data.file')}</h2>
            <FileDrop
              label={t('data.fileButton')}
              hint={t('data.fileHint')}
              disabled={task.busy}
              onFile={(file) => begin(async () => take(...(await dataOf(file))))}
            />
          </section>
          <FetchPanel busy={task.busy} onData={(fetch) => begin(async () => take(await fetch(), 'agent'))} />
        </div>
      </div>
      {offer !== undefined && (
        <OfferDialog
          offer={offer}
          onUse={() => answer(() => use(offer))}
          onKeep={() =>
            answer(async () => {
              await keepForPast(session, offer);
              setOutcome({ kind: 'past' });
            })
          }
          onCancel={() => setOffer(undefined)}
        />
      )}
    </>
  );
}

async function dataOf(file: File): Promise<[{ kind: 'bundle' | 'delta'; bytes: Uint8Array }, BundleOrigin]> {
  const bytes = await readFile(file, limits.bundle);
  const kind = classifyFile(bytes);
  if (kind !== 'bundle' && kind !== 'delta') {
    throw new TroubleError({ code: 'FILE_WRONG', message: `It begins like a ${kind}.` });
  }
  return [{ kind, bytes }, kind === 'delta' ? 'delta' : 'file'];
}
