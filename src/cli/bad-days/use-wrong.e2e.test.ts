// More wrong command lines than in use.e2e, and the choice of the language. @circle all @needs engine
import { BareUse, hangul } from '../../../testbed/programs/use';

const use = new BareUse();
afterAll(() => use.end());

const wrong = [
  ['show CH04-PORT', /ch04-port/],
  ['check port', /ch04-port/],
  ['check ch04-port ch4-nginx', /ch04-nginx/],
  ['down zzzzzzzzzzzz', /zzzzzzzzzzzz.*dkkb list/],
  ['up', /<id>/],
  ['up ch03-terminal', /dkkb check ch03-terminal/],
  ['down ch03-terminal', /ch03-terminal/],
  ['check', /dkkb check ch04-port/],
  ['check --chapter', /--chapter/],
  ['check --chapter four', /four.*3, 4/],
  ['check --chapter 4 ch04-port', /--chapter/],
  ['down', /--all/],
  ['check ch04-port --lnag en', /--lnag.*--lang/],
  ['check ch04-port --language en', /--language.*--lang/],
  ['list --frobnicate', /--frobnicate/],
  ['list -x', /-x/],
  ['list everything', /list/],
  ['--yes down ch04-port', /--yes/],
  ['frobnicate', /frobnicate/],
  ['help frobnicate', /frobnicate/],
  ['help images lsit', /lsit/],
] as const;

describe.each(wrong)('dkkb %s', (line, says) => {
  it('is refused as wrong use, in both languages, with nothing on standard output', () =>
    use.refuses(line, says));
});

describe('the language', () => {
  it.each([
    ['--lang of another language', 'list --lang fr', { LANG: 'C' }],
    ['--lang without one', 'list --lang', { LANG: 'C' }],
  ])('%s is refused as wrong use', async (_title, line, env) => {
    expect((await use.run(line, env)).code).toBe(2);
  });

  it.each([
    ['list --lang ko', { LANG: 'C' }, true],
    ['--lang=ko list', { LANG: 'en_GB.UTF-8' }, true],
    ['list --lang en', { LANG: 'ko_KR.UTF-8' }, false],
    ['list', { LANG: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, false],
    ['list', { LANG: 'en_US.UTF-8', LC_ALL: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'ko_KR.UTF-8', DKKB_LANG: 'en' }, false],
    ['--help', { LANG: 'ko_KR.UTF-8' }, true],
    ['help down', { LANG: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'de_DE.UTF-8' }, false],
    ['list', {}, false],
  ])('dkkb %s with %j is in Korean: %j', async (line, env, korean) => {
    const { code, stdout } = await use.run(line, env);
    expect(code).toBe(0);
    expect(hangul.test(stdout)).toBe(korean);
  });
});
