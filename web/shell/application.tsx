import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/de';
import 'dayjs/locale/zh-cn';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../languages/languages.ts';
import { theme } from '../theme.ts';
import { client } from './client.ts';
import { router } from './router.tsx';

const DAYJS_LOCALES = { en: 'en', de: 'de', zh: 'zh-cn' } as const;

export function Application(): ReactNode {
  useTranslation();
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: DAYJS_LOCALES[currentLanguage()], firstDayOfWeek: 1 }}>
        <QueryClientProvider client={client}>
          <Notifications position="bottom-right" limit={4} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
