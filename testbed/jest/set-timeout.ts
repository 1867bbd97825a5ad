// jest ignores the `testTimeout` of a project, so it is set in each test file of the project.
// On a busy machine, a test of seconds takes minutes.
jest.setTimeout(600_000);
