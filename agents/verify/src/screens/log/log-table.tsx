import { Icon } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import type { LoggedDecision } from '../../log/logged-decision.js';
import { verdictIcons } from '../verify/verdict-look.js';

export function LogTable({ entries }: { entries: readonly LoggedDecision[] }) {
  const { t, language } = useWords();
  const { terms } = useReady();
  return (
    // A region that scrolls must be reachable by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on narrow screens
    <section className="table-scroll" tabIndex={0} aria-label={t('log.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('log.when')}</th>
            <th scope="col">{t('log.verdict')}</th>
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.decided')}</th>
            <th scope="col">{t('log.state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{formatInstant(entry.decidedAt, language)}</td>
              <td>
                <span className="badge">
                  <Icon name={verdictIcons[entry.verdict]} />
                  {terms[language].verdicts[entry.verdict]}
                </span>
              </td>
              <td>
                {entry.company === undefined ? (
                  t('log.unknownCompany')
                ) : (
                  <>
                    {entry.company.legalName}
                    <br />
                    <span className="mono small soft">{entry.certificate?.certificateNumber}</span>
                  </>
                )}
              </td>
              <td>
                {t(`decision.${entry.action}`)}
                {entry.note !== '' && (
                  <>
                    <br />
                    <span className="small soft">{entry.note}</span>
                  </>
                )}
              </td>
              <td>
                {entry.uploadedAt === undefined ? t('common.no') : formatInstant(entry.uploadedAt, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
