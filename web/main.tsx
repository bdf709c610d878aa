import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { loadLanguage, startingLanguage } from './languages/languages.ts';
import { Application } from './shell/application.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
await loadLanguage(startingLanguage());
createRoot(root).render(<Application />);
