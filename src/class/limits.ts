import type { Problem } from '../core/problem';
import * as limits from './problems/aws-limits';
import type { ClassConfig } from './config/load';
import type { RunningInstance } from './aws/facts';
import type { Quota, QuotaName } from './aws/quota';

/** The quotas that limit a class, by the names and codes of Service Quotas. */
export const quotas = {
  onDemand: {
    service: 'ec2',
    code: 'L-1216C47A',
    name: 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances',
  },
  spot: {
    service: 'ec2',
    code: 'L-34B43A08',
    name: 'All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests',
  },
  vpcs: { service: 'vpc', code: 'L-F678F1CE', name: 'VPCs per Region' },
  gateways: { service: 'vpc', code: 'L-A4707A72', name: 'Internet gateways per Region' },
  rules: {
    service: 'vpc',
    code: 'L-0EA8095F',
    name: 'Inbound or outbound rules per security group',
  },
} as const satisfies Readonly<Record<string, QuotaName>>;

/** Whether an instance type counts towards the quota of the standard families. */
export function isStandard(type: string): boolean {
  return /^(?:[acdhimrtz]|im|is)\d/.test(type);
}

/** Judges whether the account's vCPU quota has room for so many new VMs. */
export function judgeVcpus(
  { region, instanceType, spot }: Pick<ClassConfig, 'region' | 'instanceType' | 'spot'>,
  count: number,
  account: {
    readonly quota: Quota;
    readonly running: readonly RunningInstance[];
    readonly vcpus: ReadonlyMap<string, number>;
  },
): Problem[] {
  const { quota, vcpus } = account;
  const needed = count * (vcpus.get(instanceType) ?? 0);
  if (needed === 0) return [];
  const running = account.running
    .filter((one) => one.spot === spot && isStandard(one.type))
    .reduce((sum, { type }) => sum + (vcpus.get(type) ?? 0), 0);
  return judge(quota, needed, region, (limit) =>
    running + needed <= limit
      ? []
      : [
          limits.vcpuQuota({
            ...counted({ needed, running, limit }),
            name: quota.name,
            code: quota.code,
            region,
          }),
        ],
  );
}

/** Judges whether the quota allows one more, when the account already uses so many. */
export function judgeOneMore(quota: Quota, used: number, region: string): Problem[] {
  const { name, code } = quota;
  return judge(quota, 1, region, (limit) =>
    used < limit ? [] : [limits.networkQuota({ ...counted({ used, limit }), name, code, region })],
  );
}

/** Judges how many rules the security group gets; AWS counts IPv4 and IPv6 separately. */
export function judgeRules(
  quota: Quota,
  { ports, region }: Pick<ClassConfig, 'ports' | 'region'>,
  allow: readonly string[],
): Problem[] {
  const ranges = ports.length + 1;
  const v6 = allow.filter((cidr) => cidr.includes(':')).length;
  const addresses = Math.max(v6, allow.length - v6);
  const rules = ranges * addresses;
  return judge(quota, rules, region, (limit) =>
    rules <= limit ? [] : [limits.rulesQuota(counted({ rules, ports: ranges, addresses, limit }))],
  );
}

function judge(
  { value, name, code, said }: Quota,
  needed: number,
  region: string,
  within: (limit: number) => Problem[],
): Problem[] {
  if (value !== undefined) return within(value);
  const unit = code === quotas.onDemand.code || code === quotas.spot.code ? 'vCPU' : '';
  return [limits.quotaUnknown({ name, needed: String(needed), said, region, unit })];
}

function counted(numbers: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
}
