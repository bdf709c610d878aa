import { Button, Select } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { useMe } from '../network/queries.ts';
import { ShareLink } from './share-link.tsx';

/** A phone page for the gate of one of our sites. */
export function GateLink(): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const [opened, setOpened] = useState(false);
  const [site, setSite] = useState<string | null>(null);
  const sites = [...names.sites.values()].filter(({ owner }) => owner === own);
  const chosen = site ?? sites[0]?.id;
  if (sites.length === 0) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceMobile size={15} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('share.gate')}
      </Button>
      <ShareLink
        object={chosen && `site:${own}/${chosen}`}
        title={t('share.gate')}
        opened={opened}
        onClose={() => setOpened(false)}
      >
        <Select
          label={t('share.site')}
          allowDeselect={false}
          searchable
          value={chosen ?? null}
          onChange={setSite}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </ShareLink>
    </>
  );
}
