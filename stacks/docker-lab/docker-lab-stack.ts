import { Container } from '@cdktf/provider-docker/lib/container';
import { Image } from '@cdktf/provider-docker/lib/image';
import { Network } from '@cdktf/provider-docker/lib/network';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { LocalBackend, TerraformStack, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

import type { Service } from '../../src/docker/model/exercise';
import type { DockerExercise } from '../../src/docker/model/exercise';
import { dependenciesOf, wavesOf } from '../../src/docker/model/waves';
import { toContainerConfig } from './container-config';
import { stackState } from '../state';
import { widenProviderVersion } from '../versions';

/** How long a database may take on a slow machine; the provider's own limit is a minute. */
const healthSeconds = 300;

/** Where a stack stands, and where it keeps its state; both as paths relative to the stack's working folder. */
export interface StackPlaces {
  readonly project: string;
  readonly state: string;
}

/**
 * A Docker lab as Terraform: what the reader is given and works towards, all at once.
 *
 * Volumes become no resources: the engine makes a named volume when a container mounts it, and
 * `destroy` leaves it with its data, as `docker compose down` does.
 */
export class DockerLabStack extends TerraformStack {
  constructor(scope: Construct, lab: DockerExercise, places: StackPlaces) {
    super(scope, lab.id);
    new LocalBackend(this, { path: `${places.state}/${lab.id}.tfstate` });
    new DockerProvider(this, 'docker');
    widenProviderVersion(this, 'docker');

    const { services, networks, volumes, images } = stackState(lab);
    const context = { volumes: new Set(Object.keys(volumes)), project: places.project };
    const imagesOfStack = this.addImages([
      ...images,
      ...Object.values(services).map(({ image }) => image),
    ]);
    const networksOfStack = this.addNetworks(Object.keys(networks));
    const containers = new Map<string, Container>();
    for (const name of wavesOf(services, dependenciesOf).flat()) {
      const service = services[name];
      if (!service) continue;
      const dependsOn = [
        ...lookUp(name, [service.image], imagesOfStack),
        ...lookUp(name, service.networks ?? [], networksOfStack),
        ...lookUp(name, Object.keys(service.depends_on ?? {}), containers),
      ];
      const config = toContainerConfig(name, service, context);
      const wait = isAwaited(name, services) ? { wait: true, waitTimeout: healthSeconds } : {};
      containers.set(name, new Container(this, name, { ...config, ...wait, dependsOn }));
    }
  }

  /** Does nothing: to resolve references ahead would take half of the time, and no stack refers to another. */
  override prepareStack(): void {}

  /** Images stay on the machine after `destroy`: they may be the user's. */
  private addImages(names: readonly string[]): Map<string, Image> {
    const add = (name: string) => new Image(this, `image-${name}`, { name, keepLocally: true });
    return new Map([...new Set(names)].map((name) => [name, add(name)]));
  }

  private addNetworks(names: readonly string[]): Map<string, Network> {
    return new Map(names.map((name) => [name, new Network(this, `network-${name}`, { name })]));
  }
}

function lookUp(
  service: string,
  names: readonly string[],
  known: ReadonlyMap<string, ITerraformDependable>,
): ITerraformDependable[] {
  return names.map((name) => {
    const found = known.get(name);
    if (!found)
      throw new Error(`service ${service} names '${name}', which its lab does not declare`);
    return found;
  });
}

function isAwaited(name: string, services: Readonly<Record<string, Service>>): boolean {
  return Object.values(services).some(
    ({ depends_on }) => depends_on?.[name]?.condition === 'service_healthy',
  );
}
