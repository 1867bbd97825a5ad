import { asked } from './aws';

/** A quota, as Service Quotas names it. */
export interface QuotaName {
  readonly service: string;
  readonly code: string;
  readonly name: string;
}

/** What a quota allows; where it could not be asked, why. */
export interface Quota extends QuotaName {
  readonly value?: number;
  readonly said: string;
}

/** Asks how high a quota of the account is in a region; being refused is an answer too. */
export async function quotaOf(region: string, quota: QuotaName): Promise<Quota> {
  const { ServiceQuotasClient, GetServiceQuotaCommand, ServiceQuotasServiceException } =
    await import('@aws-sdk/client-service-quotas');
  const client = new ServiceQuotasClient({ region, maxAttempts: 3 });
  const { service: ServiceCode, code: QuotaCode } = quota;
  const question = new GetServiceQuotaCommand({ ServiceCode, QuotaCode });
  return asked(async () => {
    try {
      const { Value: value } = (await client.send(question)).Quota ?? {};
      return { ...quota, said: '', ...(value === undefined ? {} : { value }) };
    } catch (error) {
      if (!(error instanceof ServiceQuotasServiceException)) throw error;
      return { ...quota, said: [error.name, error.message].filter(Boolean).join(': ') };
    }
  });
}
