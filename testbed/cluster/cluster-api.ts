import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** An object of a cluster, with the metadata that the API server gives. */
export interface ApiObject {
  readonly kind: ApiKind;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly isGoing: boolean;
}

/** A kind of object that the API server lists; the path is that of its objects in all namespaces. */
export interface ApiKind {
  readonly kind: string;
  readonly resource: string;
  readonly root: string;
  readonly isNamespaced: boolean;
  readonly verbs: readonly string[];
}

interface Discovery {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly {
      readonly version: string;
      readonly resources?: readonly {
        readonly resource: string;
        readonly responseKind: { readonly kind: string };
        readonly scope: 'Namespaced' | 'Cluster';
        readonly verbs: readonly string[];
      }[];
    }[];
  }[];
}

interface MetadataList {
  readonly items:
    | readonly {
        readonly metadata: {
          readonly namespace?: string;
          readonly name: string;
          readonly uid: string;
          readonly deletionTimestamp?: string;
        };
      }[]
    | null;
}

const discovery = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const metadata = 'application/json;g=meta.k8s.io;v=v1;as=PartialObjectMetadataList';

/** Asks a cluster's API server as its administrator, over the socket of a running `kubectl proxy`, so that a question needs no new process. */
export class ClusterApi {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 6 });
  private known: Promise<readonly ApiKind[]> | undefined;

  constructor(private readonly socketPath: string) {}

  /** The kinds that can be listed, each in the version that the server prefers. */
  kinds(): Promise<readonly ApiKind[]> {
    return (this.known ??= this.discover());
  }

  /** The objects of a kind: of a namespace, or of the whole cluster. */
  async list(kind: ApiKind, namespace?: string): Promise<readonly ApiObject[]> {
    const { items } = await this.ask<MetadataList>('GET', pathOf(kind, namespace), metadata);
    return (items ?? []).map(({ metadata: { namespace = '', name, uid, deletionTimestamp } }) => {
      return { kind, namespace, name, uid, isGoing: deletionTimestamp !== undefined };
    });
  }

  /** Asks the server to delete an object within a second; an object that is already gone is no error. */
  async remove({ kind, namespace, name }: ApiObject): Promise<void> {
    const path = `${pathOf(kind, namespace)}/${name}?gracePeriodSeconds=1`;
    await this.ask('DELETE', path, 'application/json', [404]);
  }

  /** Asks the server to delete all objects of a kind in a namespace. */
  async removeAll(kind: ApiKind, namespace: string): Promise<void> {
    await this.ask('DELETE', pathOf(kind, namespace));
  }

  private async discover(): Promise<readonly ApiKind[]> {
    const groups = await Promise.all(
      ['/api', '/apis'].map((root) => this.ask<Discovery>('GET', root, discovery)),
    );
    return groups.flatMap(({ items }) => items).flatMap(kindsOfGroup);
  }

  private async ask<T>(
    method: string,
    path: string,
    accept = 'application/json',
    allowed: readonly number[] = [],
  ): Promise<T> {
    const { socketPath, agent } = this;
    const { status, body } = await new Promise<{ status: number; body: string }>(
      (resolve, reject) => {
        request({ socketPath, agent, method, path, headers: { accept } }, (answer) => {
          text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
        })
          .on('error', reject)
          .end();
      },
    );
    if (status >= 300 && !allowed.includes(status))
      throw new Error(`${method} ${path}: ${String(status)}\n${body}`);
    return JSON.parse(body) as T;
  }
}

// The server lists the version that it prefers first.
function kindsOfGroup({ metadata: { name }, versions }: Discovery['items'][number]): ApiKind[] {
  const kinds = versions.flatMap(({ version, resources = [] }) =>
    resources.map(({ resource, responseKind, scope, verbs }) => ({
      kind: responseKind.kind,
      resource: name ? `${resource}.${name}` : resource,
      root: name ? `/apis/${name}/${version}` : `/api/${version}`,
      isNamespaced: scope === 'Namespaced',
      verbs,
    })),
  );
  const first = new Map([...kinds].reverse().map((kind) => [kind.resource, kind]));
  return [...first.values()].filter(({ verbs }) => verbs.includes('list'));
}

function pathOf({ root, resource, isNamespaced }: ApiKind, namespace?: string): string {
  const [plural = ''] = resource.split('.');
  const within = isNamespaced && namespace ? `/namespaces/${namespace}` : '';
  return `${root}${within}/${plural}`;
}
