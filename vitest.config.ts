import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    // The first test on a fresh clone also makes the database that the others start from.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // Nobody changes what files have in common, so that those of a worker share what was loaded and compiled.
      {
        extends: true,
        test: {
          name: 'rooms',
          isolate: false,
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'tidy/**', '**/*.browser.test.ts', '**/*.services.test.ts'],
        },
      },
      // Its rules read the same files: they share what was parsed.
      {
        extends: true,
        test: {
          name: 'tidy',
          include: ['tidy/**/*.test.ts'],
          exclude: ['**/*.packed.test.ts'],
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: 'web/open-demonstration.ts',
        },
      },
      { extends: true, test: { name: 'packed', include: ['**/*.packed.test.ts'], exclude: ['**/node_modules/**'] } },
      {
        extends: true,
        test: { name: 'services', include: ['**/*.services.test.ts'], exclude: ['**/node_modules/**'] },
      },
    ],
  },
});
