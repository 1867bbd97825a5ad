import type { Manifest } from '../model/manifests';
import { objectName } from '../model/manifest-files';
import { repositoryOf } from '../../core/image-name';
import type { Text } from '../../core/text';
import type { Page } from '../../core/page';
import type { HttpAnswer } from '../../core/answers/http';
import {
  isReady,
  podsOf,
  replicaSetsOf,
  selects,
  type NamespaceObjects,
  type Pod,
  type Service,
} from '../cluster/objects';
import type { ClusterCheck, ClusterContext } from './check';
import type { Problem } from '../../core/problem';
import { isApplied } from './cluster-object';
import { objectIn } from './find-object';
import { labelsText } from './field-problems';
import { summaryOf } from '../../core/page';
import { firstTrouble } from './pod-trouble';
import { podsNotReady } from '../problems/rollout';
import {
  nodePortPageWrong,
  nodePortSilent,
  noEndpoints,
  otherPodsAnswer,
} from '../problems/service';

type OfKind<K extends Manifest['kind']> = Extract<Manifest, { kind: K }>;

/** The Service's NodePort shows that page, from the Pods of that Deployment. */
export function nodePortShows(
  service: OfKind<'Service'>,
  deployment: OfKind<'Deployment'>,
  page: Page,
  subject = objectName(service),
): ClusterCheck {
  const { nodePort } = service.props;
  return {
    subject,
    title: () => ({
      ko: `노드 포트 ${nodePort}번에 ${page.name.ko} 표시`,
      en: `The node port ${nodePort} shows ${page.name.en}`,
    }),
    async run(context) {
      const found = await objectIn(context, service);
      if (found?.kind !== 'Service') return [];
      const objects = await context.cluster.objects();
      // Without any Pod the Service is not the cause: what should make them is missing, or makes none.
      const unmade = objects.pods.length === 0 ? await isApplied(deployment).run(context) : [];
      if (unmade.length > 0) return unmade;
      const problems = endpointProblems(found, objects);
      if (problems.length > 0) return problems;
      const others = otherPods(found, deployment, objects);
      const [strange] = others.filter(({ spec }) =>
        spec.containers.every(
          ({ image }) => repositoryOf(image) !== repositoryOf(deployment.props.image),
        ),
      );
      if (strange) return [othersAnswer(service, others)];
      tellOthers(context, service, others);
      return askPage(context, service, page);
    },
  };
}

function endpointProblems(service: Service, objects: NamespaceObjects): Problem[] {
  const object = `service/${service.metadata.name}`;
  const { selector } = service.spec;
  const selected = objects.pods.filter(({ metadata }) => selects(selector, metadata.labels));
  if (selected.some(isReady)) return [];
  const trouble = firstTrouble(selected, objects);
  if (trouble) return [trouble];
  if (selected.length > 0) {
    const pods = selected.map(({ metadata }) => metadata.name).join(', ');
    return [podsNotReady({ object, ready: '0', wanted: String(selected.length), pods })];
  }
  const labels = [...new Set(objects.pods.map(({ metadata }) => labelsOfPod(metadata.labels)))];
  return [noEndpoints({ object, selector: labelsText(selector), labels: labels.join('; ') })];
}

function labelsOfPod(labels: Readonly<Record<string, string>> = {}): string {
  const own = Object.entries(labels).filter(([key]) => key !== 'pod-template-hash');
  return labelsText(Object.fromEntries(own));
}

// The Pods that the Service finds by their label and that no ReplicaSet of the Deployment owns.
function otherPods(
  service: Service,
  { props: { name } }: OfKind<'Deployment'>,
  objects: NamespaceObjects,
): Pod[] {
  const deployment = objects.deployments.find(({ metadata }) => metadata.name === name);
  const own = new Set(deployment ? podsOf(replicaSetsOf(deployment, objects), objects) : []);
  return objects.pods.filter(
    (pod) => isReady(pod) && selects(service.spec.selector, pod.metadata.labels) && !own.has(pod),
  );
}

/** Pods with what owns them, such as `other-x1 (ReplicaSet other)`. */
function withOwners(pods: readonly Pod[]): string {
  return pods
    .map(({ metadata: { name, ownerReferences = [] } }) => {
      const owners = ownerReferences.map((owner) => `${owner.kind} ${owner.name}`).join(', ');
      return owners ? `${name} (${owners})` : name;
    })
    .join(', ');
}

function tellOthers(
  context: ClusterContext,
  service: OfKind<'Service'>,
  pods: readonly Pod[],
): void {
  if (pods.length === 0) return;
  const names = withOwners(pods);
  context.tell({
    ko: `같은 레이블을 가진 다른 파드도 \`${objectName(service)}\` 서비스를 통해 응답합니다: ${names}`,
    en: `Other Pods with the same label answer for \`${objectName(service)}\`, too: ${names}`,
  });
}

function othersAnswer(service: OfKind<'Service'>, pods: readonly Pod[]): Problem {
  const images = pods.flatMap(({ spec }) => spec.containers.map(({ image }) => image));
  // The owner is removed, because it would make the Pod again.
  const remove = pods.map(({ metadata: { name, ownerReferences: [owner] = [] } }) =>
    owner ? `${owner.kind.toLowerCase()}/${owner.name}` : `pod/${name}`,
  );
  return otherPodsAnswer({
    object: objectName(service),
    pods: withOwners(pods),
    images: [...new Set(images)].join(', '),
    remove: [...new Set(remove)].join(' '),
  });
}

interface Way {
  readonly name: Text;
  readonly url: string;
  ask(): Promise<HttpAnswer>;
}

/** Milliseconds for an address that may lead nowhere, as a node's does on a Mac. */
const impatience = 1_500;

async function waysTo(context: ClusterContext, { props }: OfKind<'Service'>): Promise<Way[]> {
  const { cluster, ask } = context;
  const nodes = (await cluster.nodes()) ?? [];
  const addresses = nodes.flatMap(({ status }) => status.addresses ?? []);
  const node = addresses.find(({ type }) => type === 'InternalIP')?.address;
  const byUrl = (host: string, name: Text): Way => {
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${props.nodePort}`;
    // Asked at once, so that an address that leads nowhere costs its time only once.
    const answer = ask(url, undefined, impatience);
    // It may never be awaited, when an earlier way answers or fails.
    answer.catch(() => undefined);
    return { name, url, ask: () => answer };
  };
  return [
    ...(node ? [byUrl(node, { ko: '노드의 주소', en: "the node's address" })] : []),
    byUrl('localhost', { ko: 'localhost', en: 'localhost' }),
    {
      name: { ko: 'API 서버를 거친 서비스 프록시', en: "the API server's service proxy" },
      url: `kubectl get --raw …/services/http:${props.name}:${props.port}/proxy/`,
      ask: () => cluster.askService(props.name, props.port),
    },
  ];
}

async function askPage(
  context: ClusterContext,
  service: OfKind<'Service'>,
  page: Page,
): Promise<Problem[]> {
  const tried: string[] = [];
  let wrong: Problem | undefined;
  for (const { name, url, ask } of await waysTo(context, service)) {
    const answer = await ask();
    if ('error' in answer) {
      tried.push(`${url} (${answer.error})`);
      continue;
    }
    if (answer.body.includes(page.contains)) {
      context.tell({ ko: `응답한 곳: ${url} (${name.ko})`, en: `Answered at ${url} (${name.en})` });
      return [];
    }
    wrong ??= nodePortPageWrong({ url, wanted: page.name, found: summaryOf(answer.body) });
    // When an earlier way was silent, this one may lead to something else. The API server shows it.
    if (tried.length === 0) break;
  }
  if (wrong) return [wrong];
  return [nodePortSilent({ object: objectName(service), tried: tried.join(', ') })];
}
