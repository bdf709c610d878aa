import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = { en: 'English', de: 'Deutsch', zh: '中文' } as const;
export type Language = keyof typeof LANGUAGES;

/** Locale for Intl: the language with the writing of numbers and days that its readers expect. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

const CATALOGUES: Record<Language, () => Promise<{ default: unknown }>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  zh: () => import('./zh.json'),
};
const REMEMBERED = 'intakt.language';

const isLanguage = (text: string | null | undefined): text is Language => !!text && text in LANGUAGES;

export function startingLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (isLanguage(remembered)) return remembered;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** Loads one catalogue and makes it the current one; catalogues are complete, so none falls back to another. */
export async function loadLanguage(language: Language): Promise<void> {
  const catalogue = (await CATALOGUES[language]()).default;
  if (!i18next.isInitialized) await start(language);
  i18next.addResourceBundle(language, 'translation', catalogue, true, true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED, language);
}

async function start(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
