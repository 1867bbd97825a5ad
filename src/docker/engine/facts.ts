import type { Contents } from './contents';
import type { EngineKind } from './kind';

/** What the engine says of one container, reduced to what exercises are about. */
export interface ContainerFacts {
  readonly id: string;
  readonly name: string;
  /** The image as it was named when the container was made. */
  readonly image: string;
  readonly imageId: string;
  readonly createdAt: string;
  readonly state: ContainerState;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Asked for at creation; what a stopped container would publish. */
  readonly wantedPorts: readonly PublishedPort[];
  /** Published now. */
  readonly ports: readonly PublishedPort[];
  readonly networks: Readonly<Record<string, readonly string[]>>;
  readonly mounts: readonly Mount[];
  readonly restart: string;
  /** The limit of its memory in bytes; 0 where it has none. */
  readonly memory: number;
}

export interface ContainerState {
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  readonly exitCode: number;
  /** Whether the system ended it for want of memory. */
  readonly isOutOfMemory: boolean;
  /** Why the engine could not start it, in the engine's words; empty when it could. */
  readonly error: string;
  readonly health?: string;
  /** ISO 8601 by the engine's clock. */
  readonly startedAt: string;
}

export interface PublishedPort {
  readonly address: string;
  readonly host: number;
  readonly container: number;
  readonly protocol: string;
}

export interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  /** What was typed for a folder, where Docker Desktop tells it. */
  readonly typed?: TypedFolder;
}

/** A folder as it was typed on Windows, macOS or in a WSL distribution. */
export interface TypedFolder {
  readonly path: string;
  /** Empty for a folder of Windows or macOS itself. */
  readonly distribution: string;
}

/** A tagged or dangling image; `reference` is `repository:tag`, or `<none>:<none>`. */
export interface ImageFacts {
  readonly id: string;
  readonly reference: string;
  readonly createdAt: string;
}

/** What an image runs: its entrypoint, and the command that it gives it. */
export interface ImageCommand {
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
}

/** A network or a volume with its labels. */
export interface NamedFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** One entry of the engine's history; `at` is nanoseconds of the engine's clock, as text. */
export interface EngineEvent {
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: string;
}

/** The engine's history as far back as it still reaches; the engine keeps its last 256 events. */
export interface History {
  readonly events: readonly EngineEvent[];
}

/** An engine as it is now: each question is asked at most once, when it is first needed. */
export interface EngineSnapshot {
  /** The name or address under which published ports answer. */
  readonly host: string;
  /** True when the engine publishes its ports on this machine. */
  readonly isLocal: boolean;
  containers(): Promise<ReadonlyMap<string, ContainerFacts>>;
  images(): Promise<readonly ImageFacts[]>;
  networks(): Promise<ReadonlyMap<string, NamedFacts>>;
  volumes(): Promise<ReadonlyMap<string, NamedFacts>>;
  history(): Promise<History>;
  /** What an image runs by default; undefined when the engine no longer has it. */
  imageCommand(id: string): Promise<ImageCommand | undefined>;
  /** The id of the container from which an image was made; empty where the image does not say. */
  imageContainer(id: string): Promise<string>;
  /** The digests of an image's layers, lowest first; none where the engine has no such image. */
  layers(image: string): Promise<readonly string[]>;
  /** The paths of a container that are not as its image has them. */
  changedPaths(container: string): Promise<readonly string[]>;
  /** The last lines of a container's log, standard error included. */
  log(container: string): Promise<string>;
  /** Runs a program inside a container. */
  exec(
    container: string,
    argv: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ): Promise<{ code: number; output: string }>;
  readonly contents: Contents;
  /** The memory of the engine's machine in bytes; 0 where it does not say. */
  memory(): Promise<number>;
  /** Whose engine it is. */
  kind(): Promise<EngineKind>;
}
