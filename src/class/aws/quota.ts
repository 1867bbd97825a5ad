import { settingsFor } from './settings';

/** A quota, as Service Quotas names it. */
export interface QuotaName {
  readonly service: string;
  readonly code: string;
  readonly name: string;
}

/** What a quota allows; where it could not be read, why. */
export interface Quota extends QuotaName {
  readonly value?: number;
  readonly said: string;
}

/** Asks how high a quota of the account is in a region. A refusal does not throw: its text is in the answer. */
export async function quotaOf(region: string, quota: QuotaName): Promise<Quota> {
  const { ServiceQuotasClient, GetServiceQuotaCommand } =
    await import('@aws-sdk/client-service-quotas');
  const client = new ServiceQuotasClient({ ...(await settingsFor(region)), maxAttempts: 3 });
  const { service: ServiceCode, code: QuotaCode } = quota;
  try {
    const question = new GetServiceQuotaCommand({ ServiceCode, QuotaCode });
    const { Value: value } = (await client.send(question)).Quota ?? {};
    return { ...quota, said: '', ...(value === undefined ? {} : { value }) };
  } catch (error) {
    const [said = ''] = String(error).split('\n');
    return { ...quota, said };
  }
}
