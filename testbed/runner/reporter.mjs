/** Reports the beginning and the end of each test file to the process that started jest. */
export default class Reporter {
  onTestFileStart({ path }) {
    process.send?.({ type: 'start', path });
  }

  onTestFileResult({ path }, result) {
    const failures = result.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        title: fullName,
        text: failureMessages.join('\n'),
      }));
    if (result.testExecError)
      failures.push({
        title: '',
        text: String(result.testExecError.message ?? result.failureMessage),
      });
    process.send?.({
      type: 'end',
      path,
      seconds: (result.perfStats.end - result.perfStats.start) / 1000,
      passed: result.numPassingTests,
      skipped: result.numPendingTests + result.numTodoTests,
      failures,
    });
  }
}
