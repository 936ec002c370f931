import { Button, Dialog } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect } from 'react';
import { dropLink, followLink, holdLinks, useTakenLink } from '../../app/links/taken-link.js';

const whereOpen = { request: 'present', offer: 'receive' } as const;
const openWords = { request: 'newLink.openRequest', offer: 'newLink.openOffer' } as const;

interface NewLinkDialogProps {
  /** What is open on the page. */
  open: 'request' | 'offer';
  isOpen: boolean;
  /** While something goes or comes nothing is asked. */
  isBusy: boolean;
  /** Closes what is open, for the new link. */
  onFollow(): void;
}

/** Asks which one to go on with when a link comes while a request or an offer is open. Staying is what Escape does. */
export function NewLinkDialog({ open, isOpen, isBusy, onFollow }: NewLinkDialogProps) {
  const { t } = useWords();
  const link = useTakenLink();
  useEffect(() => (isOpen ? holdLinks({ page: whereOpen[open] }) : undefined), [open, isOpen]);
  if (!isOpen || isBusy || link === undefined) return null;
  return (
    <Dialog title={t('newLink.title')} onClose={dropLink}>
      <p>{t(openWords[open])}</p>
      <p>{t(`newLink.${link.kind}`)}</p>
      <p>{t('newLink.either')}</p>
      <div className="row">
        <Button look="primary" onClick={dropLink}>
          {t('newLink.stay')}
        </Button>
        <Button
          onClick={() => {
            onFollow();
            followLink();
          }}
        >
          {t('newLink.follow')}
        </Button>
      </div>
    </Dialog>
  );
}
