import type { Agent } from 'node:http';

const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** What connects to the web by way of the proxy that the environment names for an address; undefined where it names none. */
export async function proxyAgent(): Promise<Agent | undefined> {
  const isSet = names.some((name) => process.env[name] || process.env[name.toLowerCase()]);
  if (!isSet) return undefined;
  const { ProxyByAddress } = await import('./proxy-agent');
  return new ProxyByAddress({ keepAlive: true });
}
