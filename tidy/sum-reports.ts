import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * `node tidy/sum-reports.ts <folder> <failed steps>`: the closing line over all reports that vitest wrote there. Steps that
 * failed without leaving a report count as one failure each.
 */
const [folder, failedSteps] = process.argv.slice(2);
const reports = readdirSync(folder!)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(path.join(folder!, file), 'utf8')) as Report);

/** A file that could not even be loaded counts as one failure, though none of its tests ran. */
const brokenFiles = ({ testResults }: Report): number =>
  testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'))
    .length;

const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0);
const failed = reports.reduce((sum, report) => sum + report.numFailedTests + brokenFiles(report), Number(failedSteps));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
