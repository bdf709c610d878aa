import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** On a fresh clone nobody has measured yet what takes longest: begun last, it would keep one worker alone at the end. */
const LONGEST = /\/(every-screen\.browser|sovereignty|benchmarks)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => (LONGEST.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => isLong(a) - isLong(b));
  }
}

/**
 * With a PostgreSQL server, without what is about the embedded database or about none, or reads files by the hundred. The walk of every route as everybody
 * takes minutes and is left to the embedded one: plain SQL as every role asks the same of row security on both.
 */
const NOT_ON_A_SERVER = [
  'database/embedded/**',
  'server/generate.test.ts',
  'server/sovereignty.test.ts',
  'server/**/corpus.test.ts',
  'server/doors/imports/**',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          exclude: [
            ...['**/node_modules/**', '**/dist/**', 'tidy/**', '**/*.browser.test.ts', '**/*.services.test.ts'],
            ...(process.env.TEST_DATABASE_URL ? NOT_ON_A_SERVER : []),
          ],
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
