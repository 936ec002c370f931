import { Button, type Fact, Facts, Notice, useNow } from '@eslabon/ui';
import { formatCount, formatDuration, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { ageOf } from '../../bundles/age-of.js';
import type { BundleSummary } from '../../engine/contract.js';
import type { StoredBundle } from '../../store/stored.js';
import { ProofWords } from './proof-words.js';

/** The bundle in use. */
export function BundlePanel() {
  const { t } = useWords();
  const { bundle } = useReady();
  if (bundle.state === 'none') {
    return (
      <section className="panel">
        <h2>{t('data.noneTitle')}</h2>
        <p>{t('data.none')}</p>
      </section>
    );
  }
  return bundle.state === 'open' ? (
    <OpenBundle summary={bundle.summary} stored={bundle.stored} />
  ) : (
    <DamagedBundle />
  );
}

function DamagedBundle() {
  const { t } = useWords();
  const session = useSession();
  const { bundle } = useReady();
  const task = useTask();
  return (
    <section className="panel">
      <h2>{t('data.unreadableTitle')}</h2>
      <p>{t('data.unreadable')}</p>
      <TroubleNotice trouble={task.trouble ?? (bundle.state === 'unreadable' ? bundle.trouble : undefined)} />
      <div className="row">
        <Button look="danger" onClick={() => void task.run(() => session.forgetCurrent())}>
          {t('data.forget')}
        </Button>
      </div>
    </section>
  );
}

function OpenBundle({ summary, stored }: { summary: BundleSummary; stored: StoredBundle }) {
  const { t, language } = useWords();
  const { block, chainId, limits, registerSize } = summary;
  const now = useNow();
  const { seconds } = ageOf(block.timestamp, now, limits);
  const facts: Fact[] = [
    [t('data.time'), formatInstant(block.timestamp * 1000, language)],
    [t('data.age'), formatDuration(seconds, language)],
    [t('data.block'), formatCount(block.number, language)],
    [
      t('data.holds'),
      t('data.holdsValue', {
        countries: summary.countries.length,
        lists: summary.statusLists,
        arrangements: summary.arrangements,
      }),
    ],
    [
      t('data.register'),
      registerSize === undefined ? t('data.registerNone') : t('data.registerValue', { count: registerSize }),
    ],
    [t('data.origin'), t(`data.origins.${stored.origin}`)],
    [
      t('data.limits'),
      t('data.hours', {
        ttl: formatDuration(limits.ttl, language),
        exp: formatDuration(limits.exp, language),
      }),
    ],
  ];
  const technical: Fact[] = [
    [t('data.chain'), String(chainId)],
    [t('data.size'), t('data.sizeValue', { bytes: formatCount(summary.size, language) })],
    [t('data.block'), <Code key="hash" text={block.hash} />],
    [t('data.digest'), <Code key="digest" text={summary.digest} />],
    ...(summary.trust.mode === 'attested'
      ? [[t('data.attestor'), <Code key="attestor" text={summary.trust.attestor} />] as const]
      : []),
  ];
  return (
    <section className="panel">
      <h2>{t('data.current')}</h2>
      <AgeNotice summary={summary} now={now} />
      <Facts facts={facts} />
      <h3>{t('data.proves')}</h3>
      <ProofWords summary={summary} />
      <details>
        <summary>{t('common.details')}</summary>
        <Facts facts={technical} />
      </details>
    </section>
  );
}

function Code({ text }: { text: string }) {
  return <span className="mono small">{text}</span>;
}

function AgeNotice({ summary: { block, limits }, now }: { summary: BundleSummary; now: number }) {
  const { t, language } = useWords();
  const { freshness } = ageOf(block.timestamp, now, limits);
  const until = (seconds: number) => formatInstant((block.timestamp + seconds) * 1000, language);
  if (freshness === 'fresh') {
    return (
      <Notice tone="good">
        <p>{t('data.fresh', { until: until(limits.ttl) })}</p>
      </Notice>
    );
  }
  return freshness === 'ageing' ? (
    <Notice tone="warn">
      <p>{t('data.ageing', { until: until(limits.exp) })}</p>
    </Notice>
  ) : (
    <Notice tone="bad">
      <p>{t('data.stale')}</p>
    </Notice>
  );
}
