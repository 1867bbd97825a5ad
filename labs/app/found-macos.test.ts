import { refusals } from '../../src/computer/recorded.fixture';
import { knownPaths } from '../../src/computer/system/unix-script';
import { docker, found, mac, noEngine, type Answers } from './found.fixture';

describe('app-macos', () => {
  const both = `${knownPaths.desktopApp}\n${knownPaths.orbstackApp}`;

  it('passes where an engine answers, and names the one that does not', async () => {
    const answer = docker({}, 'orbstack');
    const result = await found('app-macos', 'macos', { ...mac({ paths: both }), ...answer });
    expect(result).toMatchObject({ status: 'passed', notes: ['engines-several'] });
    expect(result.told).toContain('The engine 28.3.2: OrbStack');
  });

  it.each<[string, Answers, string[], string[]]>([
    ['no docker', mac(), ['docker-desktop-missing'], []],
    [
      'Docker Desktop without its command on the PATH',
      mac({ paths: knownPaths.desktopApp }),
      ['terminal-too-old'],
      [],
    ],
    [
      'Docker Desktop stopped',
      { ...mac({ paths: knownPaths.desktopApp }), ...noEngine(refusals.stopped, 'desktop-linux') },
      ['engine-not-running'],
      [],
    ],
    [
      'OrbStack stopped',
      { ...mac({ paths: knownPaths.orbstackApp }), ...noEngine(refusals.stopped) },
      ['other-engine-stopped'],
      ['orb start'],
    ],
  ])('cannot tell with %s, and says what to do', async (_, answers, codes, commands) => {
    const result = await found('app-macos', 'macos', answers);
    expect(result).toMatchObject({ status: 'unknown', codes, commands });
  });
});
