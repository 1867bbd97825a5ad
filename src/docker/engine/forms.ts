import * as z from 'zod/mini';

import { list, matching, orNothing, record, start, text } from '../../core/answers/form-parts';

const hexId = matching(/^[0-9a-f]{64}$/);
const imageId = matching(/^sha256:[0-9a-f]{64}$/);
const name = matching(/^[A-Za-z0-9][\w.-]{0,254}$/);
/** The name of a container, or the path by which a container that links to it calls it. */
const containerName = matching(/^\/?[A-Za-z0-9][\w.-]{0,254}(?:\/[A-Za-z0-9][\w.-]{0,254}){0,7}$/);
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

/** A container, as the API gives it. */
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
    OOMKilled: z.optional(z.boolean()),
    Error: start(8_192),
    StartedAt: time,
    Health: orNothing(z.object({ Status: text(20) })),
  }),
  Config: z.object({ Image: text(1_000), Env: strings, Labels: labels }),
  HostConfig: z.object({
    PortBindings: bindings,
    RestartPolicy: z.object({ Name: text(20) }),
    Memory: z.optional(z.number()),
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
export const containerList = list(z.object({ Id: hexId, Names: list(containerName, 1_000) }));

/** The paths of a container that are not as its image has them. */
export const containerChanges = orNothing(
  list(z.object({ Path: text(4_096), Kind: z.int() }), 100_000),
);

/** Networks, or the volumes of a list, with their labels. */
export const networkList = list(z.object({ Name: text(1_000), Labels: labels }));

/** A volume, as the API gives it. */
export const inspectedVolume = z.object({ CreatedAt: z.optional(text(60)), Labels: labels });

/** Volumes, as the API lists them. */
export const volumeList = z.object({
  Volumes: orNothing(list(z.object({ Name: name, Labels: labels }))),
});

/** Images, as the API lists them; `Created` is seconds since 1970. */
export const imageList = list(
  z.object({
    Id: imageId,
    RepoTags: strings,
    RepoDigests: strings,
    Created: z.int().check(z.gte(-8.64e12), z.lte(8.64e12)),
  }),
);

/** What an image is and what it runs. */
export const inspectedImage = z.object({
  Id: imageId,
  Size: z.optional(z.number()),
  RepoTags: strings,
  RepoDigests: strings,
  Container: z.optional(matching(/^(?:[0-9a-f]{64})?$/)),
  Config: orNothing(z.object({ Entrypoint: strings, Cmd: strings, Labels: labels })),
  RootFS: z.optional(z.object({ Layers: orNothing(list(matching(/^sha256:[0-9a-f]{64}$/))) })),
});

/** An event of the engine. */
export const engineEvent = z.object({
  Type: text(100),
  Action: start(4_096),
  Actor: z.object({ ID: text(1_000), Attributes: labels }),
  timeNano: z.number(),
});

/** What an engine says of its clock. */
export const engineClock = z.object({ SystemTime: time });

/** What an engine says of itself; an old one says less. */
export const engineNames = z.object({
  Name: z.optional(text(1_000)),
  OperatingSystem: z.optional(text(1_000)),
  DockerRootDir: z.optional(text(4_096)),
});

/** The memory of an engine's machine. */
export const engineMemory = z.object({ MemTotal: z.optional(z.number()) });

/** What an engine says of its machine. */
export const engineInfo = z.object({
  Architecture: text(100),
  DockerRootDir: text(4_096),
  SystemTime: time,
  RegistryConfig: orNothing(z.object({ Mirrors: strings })),
});
