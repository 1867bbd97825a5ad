import { networksOf, serviceOf } from '../model/service';
import type { DockerCheck } from './check';
import { makeAgain } from './make-again';
import { nearName } from './near-name';
import { networkMissing, networkNotFound, notOnNetwork } from '../problems/network';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { Problem } from '../../core/problem';
import type { Service } from '../model/exercise';

/** The container is attached to the networks of the exercise. */
export function onNetworks(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => {
      const networks = networksOf(serviceOf(lab, name)).join(', ');
      return {
        ko: `\`${name}\` 컨테이너를 \`${networks}\` 네트워크에 연결`,
        en: `Container \`${name}\` is on the network \`${networks}\``,
      };
    },
    async run({ lab, engine }) {
      const container = (await engine.containers()).get(name);
      if (!container) return [];
      const lost = await lostNetwork(container, serviceOf(lab, name), engine);
      if (lost) return [lost];
      const attached = Object.keys(container.networks);
      const wanted = networksOf(serviceOf(lab, name)).filter((net) => !attached.includes(net));
      const existing = await engine.networks();
      return wanted.map((network) => {
        const found = attached.join(', ');
        if (existing.has(network)) return notOnNetwork({ name, network, found });
        const similar = nearName(attached, network);
        return networkMissing({ name, network, ...(similar ? { similar } : {}) });
      });
    },
  };
}

/** The problem of a container that was made for a network which did not exist: no other network helps it to start. */
async function lostNetwork(
  container: ContainerFacts,
  service: Service,
  engine: EngineSnapshot,
): Promise<Problem | undefined> {
  const { name, state } = container;
  const found = /network (\S{1,200}) not found/i.exec(state.error)?.[1];
  if (state.status !== 'created' || found === undefined) return undefined;
  const existing = [...(await engine.networks()).keys()];
  if (existing.includes(found)) return undefined;
  const [network = found] = networksOf(service);
  const similar = existing.includes(network) ? network : nearName(existing, network);
  return networkNotFound({ ...makeAgain(name, service, container), network, found, similar });
}
