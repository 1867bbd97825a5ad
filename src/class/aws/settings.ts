import type { Agent as HttpsAgent } from 'node:https';

import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { defaultProvider } from '@aws-sdk/credential-provider-node';

import { proxyAgent } from '../../core/machine/proxy';

// The SDK warns that its later versions need a newer Node. The user can do nothing about that.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** What every client of AWS is made with. */
export interface ClientSettings {
  readonly region: string;
  readonly requestHandler: NodeHttpHandler | typeof patience;
  readonly credentials?: ReturnType<typeof defaultProvider>;
}

/** How long AWS may take to connect and to answer, in milliseconds; a network may swallow what is asked. */
const patience = { connectionTimeout: 10_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

/** How clients reach AWS in a region: the SDK itself knows no proxy, so where the environment names one, it gets a way through it. */
export async function settingsFor(region: string): Promise<ClientSettings> {
  const agent = await proxyAgent();
  if (!agent) return { region, requestHandler: patience };
  const [{ NodeHttpHandler }, { defaultProvider }] = await Promise.all([
    import('@smithy/node-http-handler'),
    import('@aws-sdk/credential-provider-node'),
  ]);
  const requestHandler = new NodeHttpHandler({
    ...patience,
    httpAgent: agent,
    httpsAgent: agent as HttpsAgent,
  });
  // A login by SSO or for a role asks AWS, too, with clients of its own.
  return {
    region,
    requestHandler,
    credentials: defaultProvider({ clientConfig: { requestHandler } }),
  };
}
