import { speak } from '../language';
import { printedBy } from '../printed.fixture';
import { UsageError } from '../usage-error';
import { explain } from './explain';

/** What `dkkb explain` prints. */
function printed(code: string, options: { output?: string } = {}): string {
  return printedBy(() => expect(explain(code, options)).toBe(0));
}

/** What is said of a code that does not exist. */
function refused(code: string): string {
  try {
    explain(code, {});
  } catch (error) {
    if (error instanceof UsageError) return error.text.en;
    throw error;
  }
  throw new Error(`${code} was explained`);
}

beforeEach(() => speak('en'));

it.each(['port-wrong', '[port-wrong]', 'PORT-WRONG'])(
  '`explain %s` prints what it means',
  (code) => {
    expect(printed(code)).toContain(
      'should publish `<right value>`, and publishes `<present value>`',
    );
    speak('ko');
    expect(printed(code)).toContain('컨테이너의 포트가 `<있어야 할 값>`이어야 하는데');
  },
);

it('says what the angle brackets are only where there are any', () => {
  expect(printed('port-wrong')).toContain('Between `<` and `>`');
  expect(printed('wsl-missing')).not.toContain('Between');
});

it('prints JSON in the language of the run', () => {
  speak('ko');
  expect(JSON.parse(printed('volume-missing', { output: 'json' }))).toEqual({
    code: 'volume-missing',
    kind: 'failed',
    message: '`<볼륨>` 볼륨이 없습니다.',
    remedy: '볼륨을 만듭니다:',
    commands: ['docker volume create <볼륨>'],
  });
});

it.each([
  ['prot-wrong', 'port-wrong'],
  ['container-mising', 'container-missing'],
  ['network', 'network-missing'],
  ['missing', 'volume-missing'],
  ['pod-', 'pod-crashing'],
])('for `%s` it offers %s', (code, near) => {
  expect(refused(code)).toMatch(new RegExp(`Did you mean: .*\\b${near}\\b`));
});

it.each(['xyzzy', '', '__proto__', '\u001b[2J'])(
  'for %j it names the page with all codes',
  (code) => {
    const said = refused(code);
    expect(said).toContain('docs/problems.md');
    expect(said).not.toContain('Did you mean');
    expect(said).not.toContain('\u001b');
  },
);
