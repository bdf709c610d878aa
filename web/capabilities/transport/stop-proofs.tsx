import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { proofQuery, type TourStop } from './queries.ts';
import classes from './tours.module.css';

/** Where somebody signed or took pictures at a stop: what shows it, for the parties of the stop. */
export function StopProofs({ stop }: { stop: TourStop }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [opened, open] = useState(false);
  if (stop.proofs.length === 0) return null;
  const site = names.site(stop.site);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={t('tours.proofOf', { site })}
        onClick={(event) => {
          event.stopPropagation();
          open(true);
        }}
      >
        <IconSignature size={13} aria-hidden /> {t('tours.proof')}
      </Anchor>
      <Modal
        opened={opened}
        onClose={() => open(false)}
        title={t('tours.proofOf', { site })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack gap="md">
          {stop.proofs.map((proof) => (
            <Proof key={proof.event} proof={proof} />
          ))}
        </Stack>
      </Modal>
    </>
  );
}

function Proof({ proof }: { proof: TourStop['proofs'][number] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(proofQuery(proof.event));
  return (
    <section aria-label={t(`proof.${proof.milestone}`)}>
      <Text fw={600} size="sm" className="numeric">
        {t(`proof.${proof.milestone}`)} {format.instant(proof.at)}
      </Text>
      <Answered query={query}>
        {({ signedBy, signature, photos = [] }) => (
          <Stack gap="xs">
            {signedBy && <Text>{t('proof.signedBy', { name: signedBy })}</Text>}
            {signature && <img className={classes.signature} src={signature} alt={t('proof.signature')} />}
            {photos.map((photo, i) => (
              <img key={photo} className={classes.photo} src={photo} alt={t('proof.photo', { number: i + 1 })} />
            ))}
          </Stack>
        )}
      </Answered>
    </section>
  );
}
