import { speak } from './language';
import { reportError } from './report-error';

// The real function starts from the compiled program's file, which unit tests do not run.
jest.mock('./project', () => ({ projectFolder: () => process.cwd() }));

const { DKKB_DEBUG } = process.env;
beforeEach(() => delete process.env['DKKB_DEBUG']);
afterAll(() => {
  if (DKKB_DEBUG !== undefined) process.env['DKKB_DEBUG'] = DKKB_DEBUG;
});

/** What is printed for an error of the program itself. */
async function told(argv: readonly string[]): Promise<string> {
  const texts: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  const code = await reportError(new TypeError('x is not a function'), argv);
  write.mockRestore();
  expect(code).toBe(3);
  return texts.join('');
}

it.each([
  ['en', /Unexpected error: x is not a function\n.*Command: dkkb check ch04-port\n.*--verbose/],
  [
    'ko',
    /예상하지 못한 오류입니다: x is not a function\n.*실행한 명령: dkkb check ch04-port\n.*--verbose/,
  ],
] as const)(
  'an unexpected error says in %s what was run, and names --verbose',
  async (language, says) => {
    speak(language);
    expect(await told(['check', 'ch04-port'])).toMatch(says);
  },
);

it('an unexpected error says where to report it', async () => {
  speak('en');
  expect(await told(['list'])).toMatch(/Please report the above: \S+/);
});

it('an unexpected error shows its place in the program with --verbose', async () => {
  speak('en');
  process.env['DKKB_DEBUG'] = '1';
  const text = await told(['list', '--verbose']);
  expect(text).toMatch(/\n\s+at /);
  expect(text).not.toContain('To see more');
});

it('an unexpected error shows no secret of the command line', async () => {
  speak('en');
  expect(await told(['check', '--password=secret'])).not.toContain('secret');
});
