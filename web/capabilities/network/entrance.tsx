import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, LANGUAGES, type Language, loadLanguage } from '../../languages/languages.ts';
import { Logo } from '../../shell/logo.tsx';
import classes from './entrance.module.css';

/** The page around sign-in, set-up and invitation: before anybody is known. */
export function Entrance({
  title,
  text,
  wide,
  children,
}: {
  title: string;
  text?: string;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  useDocumentTitle(`${title} · Intakt`);
  return (
    <div className={classes.entrance}>
      <main className={classes.sheet} data-wide={wide || undefined}>
        <Group gap="sm" mb="lg">
          <Logo size={34} />
          <div>
            <Text fw={700} size="lg" lh={1.1}>
              Intakt
            </Text>
            <Text size="xs" c="dimmed">
              {t('entrance.claim')}
            </Text>
          </div>
        </Group>
        <Title order={1}>{title}</Title>
        {text && (
          <Text c="dimmed" mt={4}>
            {text}
          </Text>
        )}
        <div className={classes.content}>{children}</div>
      </main>
      <Languages />
    </div>
  );
}

function Languages(): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className={classes.languages} aria-label={t('profile.language')}>
      {(Object.entries(LANGUAGES) as [Language, string][]).map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === currentLanguage()}
          onClick={() => void loadLanguage(language)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
