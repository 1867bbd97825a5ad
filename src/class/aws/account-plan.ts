import type { Readable } from 'node:stream';

import { settingsFor } from './settings';

/** What AWS says about an account's plan: `FREE` allows only some types of instance. */
export interface AccountPlan {
  readonly type: 'FREE' | 'PAID' | 'unknown';
  /** Whether the question was refused for want of a permission. */
  readonly isDenied: boolean;
}

const unknown: AccountPlan = { type: 'unknown', isDenied: false };

/** This service answers for all regions of AWS, from one. */
const home = { region: 'us-east-1', url: 'https://freetier.us-east-1.api.aws' };
const patience = 10_000;
const most = 65_536;

/** The plan of the account; not to know it stops nothing. */
export async function accountPlan(): Promise<AccountPlan> {
  try {
    const { status, text } = await ask('AWSFreeTierService.GetAccountPlanState');
    const told = JSON.parse(text) as { accountPlanType?: unknown; __type?: unknown } | null;
    const type = told?.accountPlanType;
    if (status === 200 && (type === 'FREE' || type === 'PAID')) return { type, isDenied: false };
    return { ...unknown, isDenied: /AccessDenied/.test(String(told?.__type)) };
  } catch {
    return unknown;
  }
}

/** Asks the Free Tier API, for which this project has no client. */
async function ask(target: string): Promise<{ readonly status: number; readonly text: string }> {
  const [{ STSClient }, { SignatureV4 }, { HttpRequest }] = await Promise.all([
    import('@aws-sdk/client-sts'),
    import('@smithy/signature-v4'),
    import('@smithy/core/protocols'),
  ]);
  const { config } = new STSClient(await settingsFor(home.region));
  const url = new URL(
    process.env['AWS_ENDPOINT_URL_FREETIER'] || process.env['AWS_ENDPOINT_URL'] || home.url,
  );
  const request = new HttpRequest({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port ? { port: Number(url.port) } : {}),
    path: url.pathname,
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
    },
    body: '{}',
  });
  const { credentials, sha256 } = config;
  const signer = new SignatureV4({ credentials, sha256, region: home.region, service: 'freetier' });
  const abortSignal = AbortSignal.timeout(patience);
  const signed = (await signer.sign(request)) as typeof request;
  const { response } = await config.requestHandler.handle(signed, { abortSignal });
  return { status: response.statusCode, text: await textOf(response.body as Readable) };
}

async function textOf(body: Readable): Promise<string> {
  let text = '';
  for await (const part of body) {
    text += String(part);
    if (text.length > most) throw new Error(`more than ${most} characters`);
  }
  return text;
}
