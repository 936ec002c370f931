import type { CertificateView } from '@eslabon/client/contract';
import { Button, Icon, Progress, Segments, saveFile } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSignedIn } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';

type PaperLanguage = 'es' | 'pt';

/** English stands beneath, on every page. */
const paperLanguages: readonly { value: PaperLanguage; label: string; lang: string }[] = [
  { value: 'es', label: 'Español', lang: 'es' },
  { value: 'pt', label: 'Português', lang: 'pt' },
];

interface PaperPanelProps {
  certificate: CertificateView;
  onPrinted(): Promise<void>;
}

/** The certificate as a page to print. Each one is noted in its history. */
export function PaperPanel({ certificate, onPrinted }: PaperPanelProps) {
  const { t } = useWords();
  const { client, caller } = useSignedIn();
  const task = useTask();
  const [paperLanguage, setPaperLanguage] = useState<PaperLanguage>(
    caller.authority.country === 'BR' ? 'pt' : 'es',
  );
  const print = () =>
    task.run(async () => {
      const bytes = await client.getPaper({
        params: { id: certificate.id },
        query: { language: paperLanguage },
      });
      const name = certificate.certificate.certificateNumber.replaceAll(/[^\w.-]+/g, '_');
      saveFile(`${name}.pdf`, 'application/pdf', new Uint8Array(bytes));
      await onPrinted();
    });
  return (
    <section className="panel">
      <h2>{t('paper.title')}</h2>
      <p className="soft">{t('paper.text')}</p>
      <Segments
        legend={t('paper.language')}
        segments={paperLanguages}
        value={paperLanguage}
        onChange={(value) => setPaperLanguage(value)}
      />
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button onClick={() => void print()}>
          <Icon name="print" />
          {t('paper.button')}
        </Button>
      </div>
      {task.busy && <Progress label={t('paper.working')} />}
    </section>
  );
}
