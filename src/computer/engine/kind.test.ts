import { knownPaths } from '../system/unix-script';
import type { UnixFacts } from '../facts';
import { engineNames, installedIn, kindOf, type EngineKind, type EngineSigns } from './kind';

const unix: UnixFacts = { groups: [], programs: new Map(), paths: new Set() };
const withPrograms = (...names: readonly string[]) => ({
  ...unix,
  programs: new Map(names.map((name) => [name, `/usr/bin/${name}`])),
});
const signs: EngineSigns = {
  platform: 'Docker Engine - Community',
  components: ['Engine'],
  context: 'default',
};

it.each<[EngineKind, Partial<EngineSigns>, UnixFacts]>([
  ['desktop', { platform: 'Docker Desktop 4.43.2 (199162)', context: 'desktop-linux' }, unix],
  ['colima', { context: 'colima' }, unix],
  ['colima', { context: 'colima-book' }, unix],
  ['colima', {}, { ...unix, socketLink: '/Users/kim/.colima/default/docker.sock' }],
  ['orbstack', { context: 'orbstack' }, unix],
  ['orbstack', {}, { ...unix, socketLink: '/Users/kim/.orbstack/run/docker.sock' }],
  ['rancher', { context: 'rancher-desktop' }, unix],
  ['rancher', {}, { ...unix, socketLink: '/Users/kim/.rd/docker.sock' }],
  [
    'rootless',
    { components: ['Engine', 'rootlesskit'], context: 'rootless' },
    withPrograms('dockerd'),
  ],
  ['snap', { platform: '' }, { ...unix, paths: new Set([knownPaths.snap]) }],
  ['engine', { platform: '' }, { ...withPrograms('dockerd'), paths: new Set([knownPaths.snap]) }],
  ['podman', { components: ['Podman Engine', 'Conmon'] }, unix],
  ['engine', {}, withPrograms('dockerd')],
])('knows %s by what %j tells', (kind, more, there) => {
  expect(kindOf({ ...signs, ...more }, there)).toBe(kind);
});

it('names every engine that is installed', () => {
  const paths = new Set<string>(Object.values(knownPaths));
  const all = { ...withPrograms('colima', 'orb', 'rdctl', 'podman', 'dockerd'), paths };
  expect(installedIn(all).sort()).toEqual(Object.keys(engineNames).sort());
  expect(installedIn(unix)).toEqual([]);
});
