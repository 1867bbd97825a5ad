/** A test of what Windows lacks: pipes with a name, links, `sh`. It is left out there. */
export const onPosix: jest.It = process.platform === 'win32' ? it.skip : it;

/** A test of what Wine does not tell, and Windows does: which program has a port. */
export const onRealSystem: jest.It =
  process.platform === 'win32' && process.env['WINEPREFIX'] ? it.skip : it;

/** Tests of what Windows lacks, such as scripts for Linux. They are left out there. */
export const describeOnPosix: jest.Describe =
  process.platform === 'win32' ? describe.skip : describe;
