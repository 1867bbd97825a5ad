import { Container } from '@cdktf/provider-docker/lib/container';
import { Image } from '@cdktf/provider-docker/lib/image';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { Volume } from '@cdktf/provider-docker/lib/volume';
import { LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';

import { dockerExercises } from '../labs/docker-exercises';
import type { DockerExercise } from '../src/docker/model/exercise';
import { practiceHost } from '../src/core/practice-machine';
import { namesOf, portsOf } from '../src/docker/model/service';
import type { StackPlaces } from './docker-lab/docker-lab-stack';
import { widenProviderVersion } from './versions';

/** What an engine inside a container needs, by name: less than `privileged`, and granted where that is refused. */
const capabilities = [
  ...['AUDIT_WRITE', 'DAC_READ_SEARCH', 'IPC_LOCK', 'LINUX_IMMUTABLE', 'MKNOD', 'NET_ADMIN'],
  ...['NET_RAW', 'SETFCAP', 'SYSLOG', 'SYS_ADMIN', 'SYS_CHROOT', 'SYS_NICE', 'SYS_PTRACE'],
];

/** How long, in seconds, its engine may take to answer. */
const startSeconds = 120;

/** The practice machine of the appendix as a container, in whatever engine the docker client of this machine uses. */
export class PracticeHostStack extends TerraformStack {
  constructor(scope: Construct, places: StackPlaces) {
    super(scope, practiceHost.stack);
    new LocalBackend(this, { path: `${places.state}/${practiceHost.stack}.tfstate` });
    new DockerProvider(this, 'docker');
    widenProviderVersion(this, 'docker');

    const setting = (id: string, description: string, value = '') =>
      new TerraformVariable(this, id, { type: 'string', description, default: value }).stringValue;
    const scripts = `\${abspath("\${path.root}/${places.project}/scripts")}`;
    const image = new Image(this, 'image', {
      name: `${practiceHost.container}:latest`,
      buildAttribute: {
        context: scripts,
        dockerfile: 'practice-host.Dockerfile',
        buildLogFile: `\${abspath("\${path.root}/${places.project}/${practiceHost.buildLog}")}`,
        buildArgs: {
          BASE: setting('base_image', 'a Debian or Ubuntu image to build on', 'ubuntu:24.04'),
          DKKB_MIRROR: setting('package_mirror', 'an address in front of each package source'),
        },
      },
      triggers: { scripts: fingerprintOf(scripts) },
    });
    const volume = (name: string) =>
      new Volume(this, name, { name: `${practiceHost.container}-${name}` }).name;
    const container = new Container(this, 'container', {
      name: practiceHost.container,
      hostname: 'practice',
      image: image.imageId,
      env: [
        `DKKB_AUTHORIZED_KEYS=\${trimspace(file("\${path.root}/${places.project}/${practiceHost.publicKey}"))}`,
        `DKKB_IMAGE_MIRROR=${setting('image_mirror', 'a registry mirror, such as http://10.0.0.5:5001')}`,
      ],
      ports: [
        { ip: '127.0.0.1', external: practiceHost.sshPort, internal: 22 },
        ...bookPorts(dockerExercises).map((port) => ({
          ip: '127.0.0.1',
          external: port,
          internal: port,
        })),
      ],
      volumes: [
        { volumeName: volume('data'), containerPath: '/var/lib/docker' },
        { volumeName: volume('keys'), containerPath: '/etc/ssh/keys' },
        { hostPath: '/sys/fs/cgroup', containerPath: '/sys/fs/cgroup' },
      ],
      capabilities: { add: capabilities.map((name) => `CAP_${name}`) },
      securityOpts: ['apparmor=unconfined', 'seccomp=unconfined'],
      cgroupnsMode: 'host',
      restart: 'unless-stopped',
      wait: true,
      waitTimeout: startSeconds,
      destroyGraceSeconds: 30,
    });
    // The bindings do not know this option yet.
    container.addOverride('device_cgroup_rules', ['a *:* rwm']);
    new TerraformOutput(this, 'ssh', { value: sshCommand() });
    new TerraformOutput(this, 'check', { value: checkCommand() });
  }

  /** Does nothing: no stack refers to another, so no reference has to be resolved ahead. */
  override prepareStack(): void {}
}

/** The host ports of every lab, each once, in order. */
function bookPorts(catalogue: readonly DockerExercise[]): number[] {
  const services = catalogue.flatMap((lab) => [...namesOf(lab).services.values()]);
  const ports = services.flatMap(portsOf).map(({ host }) => host);
  return [...new Set(ports)].sort((a, b) => a - b);
}

/** Changes with every script, so that the image is made again. */
function fingerprintOf(folder: string): string {
  const path = folder.slice(2, -1);
  return `\${sha1(join("", [for name in sort(fileset(${path}, "*.{sh,Dockerfile}")) : filesha1("\${${path}}/\${name}")]))}`;
}

function sshCommand(): string {
  const { user, sshPort, privateKey } = practiceHost;
  return `ssh -i ${privateKey} -o NoHostAuthenticationForLocalhost=yes -p ${sshPort} ${user}@127.0.0.1`;
}

function checkCommand(): string {
  const { user, sshPort, privateKey } = practiceHost;
  return `npx dkkb check ch04-port --on ssh://${user}@127.0.0.1:${sshPort} --identity ${privateKey}`;
}
