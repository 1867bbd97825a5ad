import type { Problem } from '../core/problem';
import type { Quota, QuotaName } from './aws/quota';
import { isStandard, judgeOneMore, judgeRules, judgeVcpus, quotas } from './limits';

const region = 'ap-northeast-2';
const allowed = (name: QuotaName, value: number): Quota => ({ ...name, value, said: '' });
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

const vcpus = new Map([
  ['t3.medium', 2],
  ['m5.4xlarge', 16],
  ['p3.2xlarge', 8],
]);
const others = [
  { type: 'm5.4xlarge', spot: false },
  { type: 'p3.2xlarge', spot: false },
  { type: 't3.medium', spot: true },
];

/** Asks for 30 VMs of two vCPUs; 16 vCPUs of the standard families already run on demand, and 2 as spot. */
function ask(limit: number, spot = false): Problem[] {
  const quota = allowed(spot ? quotas.spot : quotas.onDemand, limit);
  const config = { region, instanceType: 't3.medium', spot };
  return judgeVcpus(config, 30, { quota, running: others, vcpus });
}

it('counts the running instances of the standard families and the new VMs for the vCPU quota', () => {
  expect(ask(76)).toEqual([]);
  const [problem] = ask(75);
  expect(problem).toMatchObject({
    code: 'aws-vcpu-quota',
    values: { needed: '60', running: '16', limit: '75', code: 'L-1216C47A', region },
  });
  expect(problem?.describe().remedy.commands?.[0]).toContain(
    '--quota-code L-1216C47A --desired-value 76',
  );
});

it('counts spot instances separately', () => {
  expect(ask(62, true)).toEqual([]);
  expect(ask(61, true)).toMatchObject([{ values: { running: '2', code: 'L-34B43A08' } }]);
});

it('finds no problem with the quota where no VM is to be made', () => {
  const config = { region, instanceType: 't3.medium', spot: false };
  const quota = allowed(quotas.onDemand, 1);
  expect(judgeVcpus(config, 0, { quota, running: others, vcpus })).toEqual([]);
});

it('notes a quota that could not be read, and how much is needed', () => {
  const quota = { ...quotas.onDemand, said: 'AccessDenied' };
  const config = { region, instanceType: 't3.medium', spot: false };
  expect(judgeVcpus(config, 30, { quota, running: [], vcpus })).toMatchObject([
    { code: 'aws-quota-unknown', kind: 'note', values: { needed: '60', said: 'AccessDenied' } },
  ]);
});

it.each([
  ['t3.medium', true],
  ['t4g.medium', true],
  ['im4gn.large', true],
  ['p3.2xlarge', false],
  ['inf1.xlarge', false],
  ['g5.xlarge', false],
])('knows whether %s is of a standard family', (type, standard) => {
  expect(isStandard(type)).toBe(standard);
});

it('allows as many networks as the quota says, and no more', () => {
  const quota = allowed(quotas.vpcs, 5);
  expect(judgeOneMore(quota, 4, region)).toEqual([]);
  expect(judgeOneMore(quota, 5, region)).toMatchObject([
    { code: 'aws-network-quota', values: { used: '5', limit: '5', code: 'L-F678F1CE' } },
  ]);
});

it('counts one rule for SSH and one for each port range, for each address of one kind', () => {
  const rules = (ports: number, allow: readonly string[]) => {
    const list = Array.from({ length: ports }, (_, index) => String(8080 + index));
    return judgeRules(allowed(quotas.rules, 60), { ports: list, region }, allow);
  };
  const v4 = Array.from({ length: 10 }, (_, index) => `203.0.113.${index}/32`);
  const v6 = Array.from({ length: 10 }, (_, index) => `2001:db8::${index}/128`);
  expect(rules(5, [...v4, ...v6])).toEqual([]);
  expect(codes(rules(6, v4))).toEqual(['aws-rules-quota']);
  expect(rules(6, v4)[0]?.values).toEqual({
    rules: '70',
    ports: '7',
    addresses: '10',
    limit: '60',
  });
});
