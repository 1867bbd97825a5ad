import { images } from '../../src/core/images';
import type { Service } from '../../src/docker/model/exercise';
import { toContainerConfig } from './container-config';
import { toMount } from './mount';
import { toPort } from './publish';

const context = { volumes: new Set(['data']), project: '../../..' };
const config = (service: Partial<Service>) =>
  toContainerConfig('web', { image: images.httpd, ...service }, context);

describe('a container', () => {
  it('has only the settings that its service has', () => {
    expect(config({})).toEqual({
      name: 'web',
      image: 'httpd',
      networkMode: 'bridge',
      destroyGraceSeconds: 10,
    });
  });

  it('joins each network under its own name', () => {
    expect(config({ networks: ['one', 'two'] })).toMatchObject({
      networkMode: 'bridge',
      networksAdvanced: [
        { name: 'one', aliases: ['web'] },
        { name: 'two', aliases: ['web'] },
      ],
    });
  });

  it('passes command, environment and health check on as they are, expressions of Terraform too', () => {
    expect(
      config({
        command: ['sh', '-c', 'echo $HOME ${HOME} %{if}'],
        environment: { PASSWORD: 'a=b ${c}', EMPTY: '' },
        healthcheck: { test: ['CMD', 'true'], interval: '5s', retries: 0, start_period: '1m' },
      }),
    ).toMatchObject({
      command: ['sh', '-c', 'echo $HOME $${HOME} %%{if}'],
      env: ['PASSWORD=a=b $${c}', 'EMPTY='],
      healthcheck: { test: ['CMD', 'true'], interval: '5s', retries: 0, startPeriod: '1m' },
    });
  });

  it('keeps a terminal and a restart policy', () => {
    expect(config({ tty: true, stdin_open: true, restart: 'always' })).toMatchObject({
      tty: true,
      stdinOpen: true,
      restart: 'always',
    });
  });

  it('refuses an empty word of a command, which the provider would refuse at apply', () => {
    expect(() => config({ command: ['sh', ''] })).toThrow(
      "service web: a word of its command is ''",
    );
  });
});

describe('a port', () => {
  it.each([
    ['8080:80', { external: 8080, internal: 80 }],
    ['8080:80/tcp', { external: 8080, internal: 80 }],
    ['53:5353/udp', { external: 53, internal: 5353, protocol: 'udp' }],
    ['1:65535/sctp', { external: 1, internal: 65535, protocol: 'sctp' }],
  ])('%s is published', (mapping, port) => {
    expect(toPort(mapping)).toEqual(port);
  });

  it.each(['', '80', ':80', '8080:', '80:80:80', '-1:80', '8080:80/icmp', 'a:b', '8080-8081:80'])(
    '%j is refused',
    (mapping) => {
      expect(() => toPort(mapping)).toThrow(`port '${mapping}' is not HOST:CONTAINER`);
    },
  );

  it.each([
    ['0:80', '0'],
    ['8080:0', '0'],
    ['65536:80', '65536'],
    ['80:70000', '70000'],
  ])('%s is refused by its bound', (mapping, value) => {
    expect(() => toPort(mapping)).toThrow(`port '${mapping}': ${value} is not between 1 and 65535`);
  });
});

describe('a mount', () => {
  it.each([
    ['data:/var/lib', { volumeName: 'data', containerPath: '/var/lib' }],
    ['data:/var/lib:rw', { volumeName: 'data', containerPath: '/var/lib' }],
    ['/etc:/host:ro', { hostPath: '/etc', containerPath: '/host', readOnly: true }],
    [
      './folder:/htdocs',
      { hostPath: '${abspath("${path.root}/../../.././folder")}', containerPath: '/htdocs' },
    ],
  ])('%s is mounted', (mount, block) => {
    expect(toMount(mount, context)).toEqual(block);
  });

  it.each(['', 'data', 'data:', ':/var', 'data:relative', 'data:/var:rx', 'data:/var:ro:z'])(
    '%j is refused',
    (mount) => {
      expect(() => toMount(mount, context)).toThrow(`volume '${mount}' is not SOURCE:/TARGET`);
    },
  );

  it('refuses a volume that the state does not declare', () => {
    expect(() => toMount('other:/var', context)).toThrow(
      "volume 'other:/var': the state declares no volume 'other'",
    );
  });
});
