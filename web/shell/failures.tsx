import { Anchor, Center } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failure } from './states.tsx';

export function LoadFailed({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Center component="main" mih="60vh">
      <Failure error={error} again={again} />
    </Center>
  );
}

export function NoSuchPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="60vh">
      <Empty title={t('error.noPage')} text={t('error.noPageText')}>
        <Anchor component={Link} to="/">
          {t('screen.today')}
        </Anchor>
      </Empty>
    </Center>
  );
}
