// A jest project's own `testTimeout` is not honoured, so each test file of the project is told.
jest.setTimeout(120_000);
