import * as z from 'zod/mini';

import { list, matching, orNothing, record, text } from '../../core/answers/form-parts';

/** A context may have nearly any name, but not one that a program takes for an option. */
const contextName = matching(/^[^-\s\p{C}][^\s\p{C}]{0,252}$/u);
const namespace = matching(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** What is read of `kubectl config view`. */
export const kubeConfig = z.object({
  'current-context': z.optional(text(1_000)),
  contexts: orNothing(
    list(
      z.object({
        name: contextName,
        context: z.optional(
          z.object({ cluster: z.optional(text(1_000)), namespace: z.optional(namespace) }),
        ),
      }),
    ),
  ),
  clusters: orNothing(
    list(
      z.object({
        name: text(1_000),
        cluster: z.optional(
          z.object({
            server: z.optional(z.url()),
            extensions: orNothing(
              list(
                z.object({
                  extension: z.optional(z.looseObject({ provider: z.optional(z.unknown()) })),
                }),
              ),
            ),
          }),
        ),
      }),
    ),
  ),
});

const objectKind = matching(/^[A-Za-z]{1,100}$/);
const objectName = matching(/^[a-z0-9][\w.:-]{0,252}$/i);
const nodeAddress = matching(/^[\w.:-]{1,253}$/);

/** Objects of a cluster: each with its kind, its name, its place and its owners; a node with its addresses. */
export const objectList = z.object({
  items: list(
    z.looseObject({
      kind: objectKind,
      metadata: z.looseObject({
        name: objectName,
        namespace: z.optional(namespace),
        labels: z.optional(record(text(1_000), text(1_000))),
        ownerReferences: z.optional(
          list(z.looseObject({ kind: objectKind, name: objectName, uid: text(100) })),
        ),
      }),
      status: orNothing(
        z.looseObject({
          addresses: z.optional(list(z.looseObject({ type: text(100), address: nodeAddress }))),
        }),
      ),
    }),
  ),
});

const containers = list(z.looseObject({ name: text(253), image: text(1_000) }));
const said = z.optional(text(64 * 1_024));

/** A change that the API reports of an object, as far as it is read. */
export const followedChange = z.object({
  type: text(20),
  object: z.looseObject({
    metadata: z.looseObject({
      name: objectName,
      uid: text(100),
      resourceVersion: z.optional(text(40)),
      labels: orNothing(record(text(1_000), text(1_000))),
      deletionTimestamp: z.optional(text(40)),
    }),
    spec: z.looseObject({
      replicas: z.optional(z.number()),
      containers: z.optional(containers),
      template: z.optional(z.looseObject({ spec: z.looseObject({ containers }) })),
    }),
    status: z.looseObject({
      readyReplicas: z.optional(z.number()),
      conditions: orNothing(
        list(z.looseObject({ type: text(100), status: text(100), reason: said, message: said })),
      ),
      containerStatuses: orNothing(
        list(
          z.looseObject({
            name: text(253),
            state: orNothing(
              z.looseObject({
                waiting: orNothing(z.looseObject({ reason: said, message: said })),
              }),
            ),
          }),
        ),
      ),
    }),
  }),
});
