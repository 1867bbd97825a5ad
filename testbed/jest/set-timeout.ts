// A jest project's own `testTimeout` is not honoured, so each test file of the project is told.
// What takes seconds takes minutes on a machine that has much else to do.
jest.setTimeout(600_000);
