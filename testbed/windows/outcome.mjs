import { writeFileSync } from 'node:fs';

/** Writes how the tests of a run of jest ended to the file that DKKB_TEST_OUTCOME names. Errors stay out: jest's own JSON breaks at one that leads back to itself. */
export default class Outcome {
  onRunComplete(_contexts, { numPassedTests, testResults }) {
    const failed = testResults.flatMap(failuresIn);
    writeFileSync(
      process.env.DKKB_TEST_OUTCOME,
      JSON.stringify({ passed: numPassedTests, files: testResults.length, failed }),
    );
  }
}

function failuresIn({ testFilePath, testResults, testExecError }) {
  const file = testFilePath.split(/[\\/]/).slice(-2).join('/');
  const titles = testResults.filter(({ status }) => status === 'failed').map((one) => one.fullName);
  if (testExecError) titles.push(`could not be run: ${String(testExecError.message)}`);
  return titles.map((title) => `${file} › ${title}`);
}
