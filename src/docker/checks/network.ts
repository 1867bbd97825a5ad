import { networksOf, serviceOf } from '../model/service';
import type { DockerCheck } from './check';
import { networkMissing, notOnNetwork } from '../problems/network';

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
      const attached = Object.keys(container.networks);
      const wanted = networksOf(serviceOf(lab, name)).filter((net) => !attached.includes(net));
      const existing = await engine.networks();
      return wanted.map((network) =>
        existing.has(network)
          ? notOnNetwork({ name, network, found: attached.join(', ') })
          : networkMissing({ name, network }),
      );
    },
  };
}
