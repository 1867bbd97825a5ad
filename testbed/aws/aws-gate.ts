import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { freePlanAnswers } from './aws-free-plan';

/** What a gate does with calls. */
export interface GateOptions {
  /** The error of AWS with which every call is answered; with an action, only its calls, without dry runs. */
  readonly refuse?: { readonly code: string; readonly message: string; readonly action?: string };
  /** The value of every quota. */
  readonly quota?: number;
  /** What the account's plan is: the free one, or one that the caller may not ask about. */
  readonly plan?: 'free' | 'denied';
  /** Gives the action for which a call to EC2 is refused; undefined where it is allowed. */
  readonly judge?: (form: URLSearchParams, region: string) => Promise<string | undefined>;
  /** How many seconds the cloud's clock is ahead of this machine's. A call that is five minutes off is refused. */
  readonly ahead?: number;
}

interface Gate {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * A stand-in for what the local AWS API never does: it refuses expired credentials, a call whose time is
 * wrong, an action that a quota forbids, and a call that `judge` refuses; and it knows quotas and the free
 * plan. It passes all other calls on.
 */
async function startGate(api: string, options: GateOptions): Promise<Gate> {
  const { refuse, ahead = 0 } = options;
  const judged = async ({ headers }: IncomingMessage, body: Buffer) => {
    if (!options.judge || !isEc2(headers)) return undefined;
    const action = await options.judge(new URLSearchParams(body.toString()), regionOf(headers));
    return action && unauthorized(action);
  };
  const meet = async (call: IncomingMessage, answer: ServerResponse) => {
    const body = await buffer(call);
    if (options.quota !== undefined && asksQuota(call))
      return void answer.end(JSON.stringify({ Quota: { Value: options.quota } }));
    const recorded = options.plan && aboutPlan(call, body, options.plan);
    if (recorded) {
      answer.writeHead(recorded.status);
      return void answer.end(recorded.text);
    }
    const late = options.ahead === undefined ? undefined : lateness(call, ahead);
    const reason =
      refuse && isMeant(body, refuse.action) ? refuse : (late ?? (await judged(call, body)));
    if (!reason) return passOn(api, call, body, answer, ahead);
    answer.writeHead(403, { 'content-type': 'text/xml', date: clock(ahead).toUTCString() });
    answer.end(asXml(call, reason));
  };
  const server = createServer((call, answer) => {
    meet(call, answer).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Does some work behind a gate, in an environment in which AWS is that gate. */
export async function withGate<T>(
  api: string,
  options: GateOptions,
  work: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const gate = await startGate(api, options);
  try {
    return await work({ AWS_ENDPOINT_URL: gate.endpoint });
  } finally {
    await gate.stop();
  }
}

const asksQuota = ({ headers }: IncomingMessage) =>
  /\.GetServiceQuota$/.test(String(headers['x-amz-target']));

/** The recorded answer to a question about the account's plan. */
function aboutPlan({ headers }: IncomingMessage, body: Buffer, plan: 'free' | 'denied') {
  if (/\.GetAccountPlanState$/.test(String(headers['x-amz-target'])))
    return plan === 'free'
      ? { status: 200, text: freePlanAnswers.plan }
      : { status: 400, text: freePlanAnswers.denied };
  const asked = new URLSearchParams(body.toString());
  const isTypes = asked.get('Filter.1.Name') === 'free-tier-eligible';
  return isTypes ? { status: 200, text: freePlanAnswers.types } : undefined;
}

function isMeant(body: Buffer, action: string | undefined): boolean {
  if (action === undefined) return true;
  const asked = new URLSearchParams(body.toString());
  return asked.get('Action') === action && asked.get('DryRun') !== 'true';
}

const clock = (ahead: number) => new Date(Date.now() + ahead * 1_000);
const stamp = (time: Date) => time.toISOString().replace(/[:-]|\.\d+/g, '');

/** AWS's answer to a call whose time is more than five minutes off. */
function lateness({ headers }: IncomingMessage, ahead: number) {
  const said = String(headers['x-amz-date']);
  const time = said.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const now = clock(ahead);
  const early = new Date(now.getTime() - 300_000);
  if (Math.abs(now.getTime() - Date.parse(time)) < 300_000) return undefined;
  const message = `Signature expired: ${said} is now earlier than ${stamp(early)} (${stamp(now)} - 5 min.)`;
  return { code: isEc2(headers) ? 'RequestExpired' : 'SignatureDoesNotMatch', message };
}

const isEc2 = ({ authorization = '' }: IncomingMessage['headers']) => /\/ec2\//.test(authorization);

const regionOf = ({ authorization = '' }: IncomingMessage['headers']) =>
  /\/([\w-]+)\/ec2\//.exec(authorization)?.[1] ?? '';

const unauthorized = (action: string) => ({
  code: 'UnauthorizedOperation',
  message: `You are not authorized to perform this operation. User: the gate's is not authorized to perform: ec2:${action} because no identity-based policy allows the ec2:${action} action.`,
});

/** An error in the format of EC2, or of the services with the query protocol. */
function asXml(
  { headers }: IncomingMessage,
  { code, message }: { readonly code: string; readonly message: string },
): string {
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  return isEc2(headers)
    ? `<Response><Errors><Error>${error}</Error></Errors><RequestID>gate</RequestID></Response>`
    : `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>gate</RequestId></ErrorResponse>`;
}

function passOn(
  api: string,
  call: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  ahead: number,
): void {
  const onward = request(
    `${api}${call.url ?? '/'}`,
    { method: call.method, headers: call.headers },
    (reply) => {
      const date = clock(ahead).toUTCString();
      answer.writeHead(reply.statusCode ?? 502, { ...reply.headers, date });
      reply.pipe(answer);
    },
  );
  onward.once('error', () => answer.destroy());
  onward.end(body);
}
