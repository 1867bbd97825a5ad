import type { ClusterCheck } from './check';
import { noReadyNode } from '../problems/service';

/** A cluster answers, and one of its nodes is Ready. */
export function clusterHasReadyNode(): ClusterCheck {
  return {
    subject: 'cluster',
    title: () => ({ ko: '클러스터의 노드가 Ready 상태', en: 'A node of the cluster is Ready' }),
    async run({ cluster, tell }) {
      const { context, server, namespace } = cluster.target();
      const nodes = await cluster.nodes();
      tell({
        ko: `\`${context}\` 컨텍스트 (${server}), \`${namespace}\` 네임스페이스`,
        en: `Context \`${context}\` (${server}), namespace \`${namespace}\``,
      });
      if (!nodes) {
        // The user of a school may see only their own namespace. Then an answer is enough.
        await cluster.objects();
        return [];
      }
      const isReady = (node: (typeof nodes)[number]) =>
        node.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
      if (nodes.some(isReady)) return [];
      const names = nodes.map(({ metadata }) => `${metadata.name} (NotReady)`).join(', ');
      return [noReadyNode({ context, nodes: names })];
    },
  };
}
