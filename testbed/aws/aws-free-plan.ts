/**
 * What AWS answers about an account on the free plan, by its documentation: the response of `GetAccountPlanState`
 * in the reference of the Free Tier API, and the types in "Track your Free Tier usage for Amazon EC2" for accounts
 * made since 15 July 2025. The local AWS API knows neither.
 */
export const freePlanAnswers = {
  plan: JSON.stringify({
    accountId: '123456789012',
    accountPlanType: 'FREE',
    accountPlanStatus: 'ACTIVE',
    accountPlanRemainingCredits: { amount: 100, unit: 'USD' },
    accountPlanExpirationDate: '2027-01-15T00:00:00Z',
  }),
  denied: JSON.stringify({
    __type: 'com.amazon.coral.service#AccessDeniedException',
    message: 'User is not authorized to perform: freetier:GetAccountPlanState',
  }),
  types: typesXml([
    ['t3.micro', 2, 1024, 'x86_64'],
    ['m7i-flex.large', 2, 8192, 'x86_64'],
    ['c7i-flex.large', 2, 4096, 'x86_64'],
    ['t4g.micro', 2, 1024, 'arm64'],
    ['t4g.small', 2, 2048, 'arm64'],
    ['t3.small', 2, 2048, 'x86_64'],
  ]),
  /** How EC2 refuses a VM of another type. */
  refusal: {
    action: 'RunInstances',
    code: 'InvalidParameterCombination',
    message:
      "The specified instance type is not eligible for Free Tier. For a list of Free Tier instance types, run 'describe-instance-types' with the filter 'free-tier-eligible=true'.",
  },
} as const;

function typesXml(types: readonly (readonly [string, number, number, string])[]): string {
  const items = types.map(
    ([name, cpus, memory, architecture]) =>
      `<item><instanceType>${name}</instanceType><freeTierEligible>true</freeTierEligible>` +
      `<processorInfo><supportedArchitectures><item>${architecture}</item></supportedArchitectures></processorInfo>` +
      `<vCpuInfo><defaultVCpus>${cpus}</defaultVCpus></vCpuInfo>` +
      `<memoryInfo><sizeInMiB>${memory}</sizeInMiB></memoryInfo></item>`,
  );
  return `<DescribeInstanceTypesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>gate</requestId><instanceTypeSet>${items.join('')}</instanceTypeSet></DescribeInstanceTypesResponse>`;
}
