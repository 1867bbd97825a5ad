import * as z from 'zod/mini';

import { list, record } from '../../core/answers/form-parts';

/** A text of at most so many characters. */
const text = (most: number) => z.string().check(z.maxLength(most));
/** A text that may be longer for good reasons, and of which so many characters are enough. */
const start = (enough: number) =>
  z.pipe(
    z.string(),
    z.transform((said: string) => said.slice(0, enough)),
  );
const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));

const orNothing = <T extends z.ZodMiniType>(one: T) => z.nullish(one);

const hexId = matching(/^[0-9a-f]{64}$/);
const imageId = matching(/^sha256:[0-9a-f]{64}$/);
const name = matching(/^[A-Za-z0-9][\w.-]{0,254}$/);
/** Of a container that others link to, also the path by which they call it. */
const containerName = matching(/^\/?[A-Za-z0-9][\w.-]{0,254}(?:\/[A-Za-z0-9][\w.-]{0,254}){0,7}$/);
/** A context may have nearly any name, but for one that a program takes for an option. */
const contextName = matching(/^[^-\s\p{C}][^\s\p{C}]{0,252}$/u);
const namespace = matching(/^[a-z0-9][a-z0-9-]{0,62}$/);
const time = matching(/^[\d:.TZ+-]{1,40}$/);
const labels = orNothing(record(text(1_000), start(4_096)));
const strings = orNothing(list(start(32_768), 1_000));

/** A port, or the range that Compose asks for where a service has several containers. */
const hostPort = matching(/^\d{0,5}(?:-\d{1,5})?$/);
const bindings = orNothing(
  record(
    matching(/^\d{1,5}(?:\/\w{1,8})?$/),
    orNothing(list(z.object({ HostIp: text(64), HostPort: hostPort }))),
  ),
);

/** A container, as `docker container inspect` and the API give it. */
export const inspectedContainer = z.object({
  Id: hexId,
  Name: containerName,
  Created: time,
  Image: imageId,
  Path: start(4_096),
  Args: strings,
  State: z.object({
    Status: z.enum(['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead']),
    Running: z.boolean(),
    ExitCode: z.int(),
    Error: start(8_192),
    StartedAt: time,
    Health: orNothing(z.object({ Status: text(20) })),
  }),
  Config: z.object({ Image: text(1_000), Env: strings, Labels: labels }),
  HostConfig: z.object({
    PortBindings: bindings,
    RestartPolicy: z.object({ Name: text(20) }),
  }),
  NetworkSettings: z.object({
    Ports: bindings,
    Networks: record(text(1_000), z.object({ Aliases: strings })),
  }),
  Mounts: list(
    z.object({
      Type: text(20),
      Name: z.optional(text(1_000)),
      Source: text(4_096),
      Destination: text(4_096),
      RW: z.optional(z.boolean()),
    }),
  ),
});

/** Containers, each by its id and its names. */
export const listedContainers = list(z.object({ Id: hexId, Names: list(containerName, 1_000) }));

/** Networks or volumes with their labels. */
export const namedThings = list(z.object({ Name: text(1_000), Labels: labels }));

/** A network or a volume, as the client lists it; its labels are `key=value`, separated by commas. */
export const listedName = z.object({ Name: text(1_000), Labels: start(32_768) });

/** A volume, as `docker volume inspect` gives it. */
export const inspectedVolume = z.object({ CreatedAt: z.optional(text(60)), Labels: labels });

/** Volumes, as the API lists them. */
export const listedVolumes = z.object({
  Volumes: orNothing(list(z.object({ Name: name, Labels: labels }))),
});

/** Images, as the API lists them; `Created` is seconds since 1970. */
export const listedImages = list(
  z.object({
    Id: imageId,
    RepoTags: strings,
    RepoDigests: strings,
    Created: z.int().check(z.gte(-8.64e12), z.lte(8.64e12)),
  }),
);

/** An image, as the client lists it. */
export const listedImage = z.object({
  ID: imageId,
  Repository: text(1_000),
  Tag: text(200),
  CreatedAt: text(60),
});

/** What an image is and what it runs. */
export const inspectedImage = z.object({
  Id: imageId,
  Size: z.optional(z.number()),
  RepoTags: strings,
  RepoDigests: strings,
  Config: orNothing(z.object({ Entrypoint: strings, Cmd: strings, Labels: labels })),
});

/** The digests of an image's layers, lowest first. */
export const imageLayers = z.nullable(list(matching(/^sha256:[0-9a-f]{64}$/)));

/** An event of the engine. */
export const engineEvent = z.object({
  Type: text(100),
  Action: start(4_096),
  Actor: z.object({ ID: text(1_000), Attributes: labels }),
  timeNano: z.number(),
});

/** What an engine says of its clock. */
export const engineClock = z.object({ SystemTime: time });

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
export const listedObjects = z.object({
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
