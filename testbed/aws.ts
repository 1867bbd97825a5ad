import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dkkb', 'testbed');
const server = join(cache, 'aws-api', 'bin', 'moto_server');
/** The machine images that every region of it has: Ubuntu's, under its publisher's account and names. */
const images = join(__dirname, 'aws-images.json');

/** How a local AWS API is started. */
export interface AwsOptions {
  /**
   * After how many calls it asks whether the caller may do what they ask; the calls before that make the users and policies.
   * @default never
   */
  readonly enforceAfter?: number;
  /**
   * The words before the program that start it in another network.
   * @default this machine's
   */
  readonly within?: readonly string[];
}

/** A local AWS API (moto, a stand-in for the cloud): it keeps what is made in memory, and forgets it when it ends. */
export interface Aws {
  readonly endpoint: string;
  /** What a program needs to reach this API, and no account of the user's. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes a user who may do what a policy says, and from then on asks of every call whether its caller may. */
  becomeUser(policy: string): Promise<Readonly<Record<string, string>>>;
  /** Asks nobody any more whether they may. */
  trustAll(): Promise<void>;
  /** Forgets all that was made. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a local AWS API on a free port of the loopback address. */
export async function startAws({ enforceAfter, within = [] }: AwsOptions = {}): Promise<Aws> {
  const [program = server, ...words] = [...within, server, '-H', '127.0.0.1', '-p', '0'];
  const api = spawn(program, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      MOTO_AMIS_PATH: images,
      ...(enforceAfter === undefined ? {} : { INITIAL_NO_AUTH_ACTION_COUNT: String(enforceAfter) }),
    },
  });
  const missing = once(api, 'error').then(([error]) => Promise.reject(error as Error));
  const endpoint = await Promise.race([listening(api.stderr), missing]);
  const end = () => api.kill('SIGKILL');
  process.once('exit', end);
  return {
    endpoint,
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
    trustAll: () => askAfter(endpoint, 'inf'),
    reset: async () => {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    stop: async () => {
      process.off('exit', end);
      const ended = once(api, 'exit');
      end();
      await ended;
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
    // Unsigned; the API only reads from it which service is meant.
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request',
    },
    body: new URLSearchParams({ Version: '2010-05-08', ...call }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${call['Action'] ?? ''}: ${text}`);
  return text;
}

async function listening(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const [, endpoint] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
    if (endpoint) return endpoint;
    await delay(20);
  }
  throw new Error(`the AWS API did not start: ${said}`);
}
