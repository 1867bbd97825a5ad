import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keptByWorker } from '../engine/namespace';
import { until } from '../programs/until';
import { cache, repository } from '../programs/paths';

const python = join(cache, 'aws-api', 'bin', 'python3');
const server = join(repository, 'testbed', 'aws', 'moto_server.py');
/** The machine images in every region: Ubuntu's, with the account and the names of its publisher. */
const images = join(repository, 'testbed', 'aws', 'aws-images.json');

/** A local AWS API (moto, a stand-in for the cloud): it keeps what is made in memory, and forgets it when it ends. */
export interface Aws {
  readonly endpoint: string;
  /** The folder with the console output of instances; each file is named after the instance. */
  readonly consoles: string;
  /** The environment with which a program reaches this API, without any account of the user's. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes a user with a policy; from then on the API checks the permission of every call. */
  becomeUser(policy: string): Promise<Readonly<Record<string, string>>>;
  /** Does some work while no permission is checked. */
  asOwner<T>(work: () => Promise<T>): Promise<T>;
  /** Ends the check of permissions. */
  trustAll(): Promise<void>;
  /** Removes everything that was made. */
  reset(): Promise<void>;
  /** Ends the API, unless the worker keeps it. */
  stop(): Promise<void>;
}

/** Starts a local AWS API on a free port of the loopback address; `within` is a command that starts it in another network. */
export async function startAws(within: readonly string[] = []): Promise<Aws> {
  const kept = await launch(within);
  const end = () => void kill(kept);
  process.once('exit', end);
  return {
    ...awsAt(kept),
    stop: async () => {
      process.off('exit', end);
      await kill(kept);
    },
  };
}

/** The local AWS API of this jest worker, emptied. The first test file that needs it starts it. */
export async function useAws(): Promise<Aws> {
  const { name } = keptByWorker('aws-');
  const file = join(tmpdir(), `dkkb-${name}.json`);
  let kept = readKept(file);
  if (!kept) {
    kept = await launch([]);
    writeFileSync(file, JSON.stringify(kept));
  }
  const aws = awsAt(kept);
  await aws.trustAll();
  await aws.reset();
  return { ...aws, stop: () => Promise.resolve() };
}

/** Ends the local AWS APIs that the workers of a test run have kept. */
export async function endKeptAws(run: number): Promise<void> {
  const ours = readdirSync(tmpdir()).filter((name) => name.startsWith(`dkkb-aws-${String(run)}-`));
  for (const file of ours.map((name) => join(tmpdir(), name))) {
    const kept = readKept(file);
    if (kept) await kill(kept);
    rmSync(file);
  }
}

interface Kept {
  readonly pid: number;
  readonly endpoint: string;
  readonly consoles: string;
}

/** The server that a worker has kept; undefined where it is gone. */
function readKept(file: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  return isServer(kept.pid) ? kept : undefined;
}

function isServer(pid: number): boolean {
  const file = `/proc/${String(pid)}/cmdline`;
  return existsSync(file) && readFileSync(file, 'utf8').includes('moto_server');
}

/** Starts a server that ends with this process, also when that is killed. */
async function launch(within: readonly string[]): Promise<Kept> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-aws-log-'));
  const log = openSync(join(folder, 'log'), 'a+');
  const consoles = mkdtempSync(join(tmpdir(), 'dkkb-consoles-'));
  const words = ['--pdeathsig', 'KILL', ...within, python, server, '-H', '127.0.0.1', '-p', '0'];
  const api = spawn('setpriv', words, {
    stdio: ['ignore', 'ignore', log],
    env: { ...process.env, MOTO_AMIS_PATH: images, DKKB_CONSOLES: consoles },
  });
  api.unref();
  const said = () => readFileSync(join(folder, 'log'), 'utf8');
  await until(said, (text) => listening.test(text) || api.exitCode !== null);
  const [, endpoint] = listening.exec(said()) ?? [];
  const { pid } = api;
  if (endpoint === undefined || pid === undefined)
    throw new Error(`the AWS API did not start: ${said()}`);
  closeSync(log);
  rmSync(folder, { recursive: true });
  return { pid, endpoint, consoles };
}

const listening = /Running on (http:\/\/127\.0\.0\.1:\d+)/;

async function kill({ pid, consoles }: Kept): Promise<void> {
  rmSync(consoles, { recursive: true, force: true });
  if (!isServer(pid)) return;
  process.kill(pid, 'SIGKILL');
  await until(
    () => isServer(pid),
    (isThere) => !isThere,
    { pause: 10 },
  );
}

function awsAt({ endpoint, consoles }: Kept): Omit<Aws, 'stop'> {
  return {
    endpoint,
    consoles,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'practice',
      AWS_SECRET_ACCESS_KEY: 'practice',
      AWS_REGION: 'ap-northeast-2',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      TF_CLI_CONFIG_FILE: join(cache, 'terraform.rc'),
      CHECKPOINT_DISABLE: '1',
    },
    becomeUser: (policy) => becomeUser(endpoint, policy),
    asOwner: async (work) => {
      await askAfter(endpoint, 'inf');
      const done = await work();
      await askAfter(endpoint, '0');
      return done;
    },
    trustAll: () => askAfter(endpoint, 'inf'),
    reset: async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
  };
}

let users = 0;

async function askAfter(endpoint: string, calls: string): Promise<void> {
  await fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', body: calls });
}

async function becomeUser(endpoint: string, policy: string): Promise<Record<string, string>> {
  await askAfter(endpoint, 'inf');
  users += 1;
  const user = { UserName: `teacher-${users}` };
  await iam(endpoint, { Action: 'CreateUser', ...user });
  const document = { PolicyName: 'classes', PolicyDocument: policy };
  await iam(endpoint, { Action: 'PutUserPolicy', ...user, ...document });
  const answer = await iam(endpoint, { Action: 'CreateAccessKey', ...user });
  await askAfter(endpoint, '0');
  const part = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(answer)?.[1] ?? '';
  return {
    AWS_ACCESS_KEY_ID: part('AccessKeyId'),
    AWS_SECRET_ACCESS_KEY: part('SecretAccessKey'),
  };
}

async function iam(endpoint: string, call: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    // The signature is not checked; the API only reads the service from it.
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request',
    },
    body: new URLSearchParams({ Version: '2010-05-08', ...call }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${call['Action'] ?? ''}: ${text}`);
  return text;
}
