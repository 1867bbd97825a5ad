import type { Filter } from '@aws-sdk/client-ec2';

import { asked, ec2 } from './client';

/** What a type of instance has. */
export interface TypeFacts {
  readonly name: string;
  readonly cpus: number;
  /** In MiB. */
  readonly memory: number;
  readonly architectures: readonly string[];
}

/** The facts on a type of instance; undefined where the region knows none of that name. */
export async function typeFacts(region: string, name: string): Promise<TypeFacts | undefined> {
  const [found] = await typesBy(region, { Name: 'instance-type', Values: [name] });
  return found;
}

/** The types that an account on the free plan may use in a region. */
export function freePlanTypes(region: string): Promise<TypeFacts[]> {
  return typesBy(region, { Name: 'free-tier-eligible', Values: ['true'] });
}

async function typesBy(region: string, filter: Filter): Promise<TypeFacts[]> {
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const found: TypeFacts[] = [];
  await asked(async () => {
    const pages = sdk.paginateDescribeInstanceTypes({ client }, { Filters: [filter] });
    for await (const { InstanceTypes = [] } of pages)
      for (const { InstanceType: name = '', VCpuInfo, MemoryInfo, ProcessorInfo } of InstanceTypes)
        found.push({
          name,
          cpus: VCpuInfo?.DefaultVCpus ?? 0,
          memory: MemoryInfo?.SizeInMiB ?? 0,
          architectures: ProcessorInfo?.SupportedArchitectures ?? [],
        });
  });
  return found;
}
