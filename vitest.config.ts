import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'rooms', include: ['**/*.test.ts'], exclude: ['**/node_modules/**', '**/dist/**', 'tidy/**', '**/*.browser.test.ts', '**/*.services.test.ts'] } },
      { extends: true, test: { name: 'tidy', include: ['tidy/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['**/*.browser.test.ts'], exclude: ['**/node_modules/**'] } },
      { extends: true, test: { name: 'services', include: ['**/*.services.test.ts'], exclude: ['**/node_modules/**'] } },
    ],
  },
});
