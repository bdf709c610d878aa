import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Report {
  numPassedTests: number;
  testResults: FileResult[];
}
interface FileResult {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
}

/**
 * `node tidy/sum-reports.ts <folder> <failed steps>`: what failed in all reports that vitest wrote there, each once more with its
 * reason, and the closing line. Steps that failed without leaving a report count as one failure each.
 */
const [folder, failedSteps] = process.argv.slice(2);
const reports = readdirSync(folder!)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(path.join(folder!, file), 'utf8')) as Report);

/** A file that could not even be loaded counts as one failure, though none of its tests ran. */
const failuresIn = ({ name, status, message, assertionResults }: FileResult): string[] => {
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return status === 'failed' ? [`${name}\n  ${message}`] : [];
  return tests.map((test) => `${name}: ${test.fullName}\n  ${test.failureMessages?.join('\n  ') ?? ''}`);
};

const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0);
const failures = reports.flatMap((report) => report.testResults.flatMap(failuresIn));
const failed = failures.length + Number(failedSteps);
for (const failure of failures) process.stdout.write(`\n✗ ${path.relative(process.cwd(), failure)}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
