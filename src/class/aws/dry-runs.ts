import type { _InstanceType as InstanceTypeName, ResourceType } from '@aws-sdk/client-ec2';

type Sdk = typeof import('@aws-sdk/client-ec2');

type Named<Export> = Export extends `${infer Action}Command` ? Action : never;

/** An action of EC2, as the SDK and IAM name it. */
export type Action = Named<keyof Sdk>;

type Input<A extends Action> = InstanceType<Sdk[`${A}Command`]>['input'];

/** The input of each action. */
export type Inputs = { readonly [A in Action]?: Input<A> };

/** The instance that a dry run asks for; what is not known yet is left out. */
export interface Wanted {
  readonly type: string;
  readonly spot: boolean;
  readonly tag: { readonly Key: string; readonly Value: string };
  readonly image?: string | undefined;
  readonly subnet?: string | undefined;
}

// No such id exists. So an API that ignores `DryRun` makes and removes nothing either.
const none = (kind: string) => `${kind}-00000000000000000`;
const InstanceId = none('i');
const VpcId = none('vpc');
const SubnetId = none('subnet');
const InternetGatewayId = none('igw');
const RouteTableId = none('rtb');
const GroupId = none('sg');
const NetworkInterfaceId = none('eni');
const anywhere = '0.0.0.0/0';
const name = 'dkkb-dry-run';

/** Every action that a class needs, with the input of its dry run. */
export function dryRuns(wanted: Wanted): Inputs {
  return {
    ...lookingAt(wanted),
    ...lookingInside,
    ...making(wanted),
    ...changing(wanted),
    ...removing,
  };
}

const lookingAt = ({ type }: Wanted) =>
  ({
    DescribeAddresses: {},
    DescribeImages: { Owners: ['self'] },
    DescribeInstanceCreditSpecifications: { InstanceIds: [InstanceId] },
    DescribeInstanceTypeOfferings: { Filters: [{ Name: 'instance-type', Values: [type] }] },
    DescribeInstanceTypes: { InstanceTypes: [type as InstanceTypeName] },
    DescribeInstances: {},
    DescribeInternetGateways: {},
    DescribeKeyPairs: {},
    DescribeNetworkAcls: {},
    DescribeNetworkInterfaces: {},
    DescribeRegions: {},
    DescribeRouteTables: {},
    DescribeSecurityGroups: {},
    DescribeSubnets: {},
    DescribeTags: {},
    DescribeVolumes: {},
    DescribeVpcAttribute: { VpcId, Attribute: 'enableDnsSupport' },
    DescribeVpcEndpoints: {},
    DescribeVpcs: {},
  }) satisfies Inputs;

const lookingInside = {
  DescribeInstanceAttribute: { InstanceId, Attribute: 'userData' },
  GetConsoleOutput: { InstanceId },
} satisfies Inputs;

/** These are allowed only with the tag of the class, so the dry runs give it. */
function making({ type, spot, tag, image, subnet }: Wanted) {
  const tagged = (...kinds: ResourceType[]) => ({
    TagSpecifications: kinds.map((ResourceType) => ({ ResourceType, Tags: [tag] })),
  });
  return {
    // This action takes no id, so it gets a range that is too large for a VPC.
    CreateVpc: { CidrBlock: '10.0.0.0/8', ...tagged('vpc') },
    CreateSubnet: { VpcId, CidrBlock: '10.0.0.0/24', ...tagged('subnet') },
    CreateInternetGateway: tagged('internet-gateway'),
    CreateRouteTable: { VpcId, ...tagged('route-table') },
    CreateSecurityGroup: {
      ...{ GroupName: name, Description: name, VpcId },
      ...tagged('security-group'),
    },
    ImportKeyPair: {
      ...{ KeyName: name, PublicKeyMaterial: Buffer.from('ssh-ed25519 AAAA') },
      ...tagged('key-pair'),
    },
    RunInstances: {
      MinCount: 1,
      MaxCount: 1,
      ImageId: image ?? none('ami'),
      InstanceType: type as InstanceTypeName,
      ...tagged('instance', 'volume'),
      ...(subnet ? { SubnetId: subnet } : {}),
      ...(spot ? { InstanceMarketOptions: { MarketType: 'spot' } } : {}),
    },
  } satisfies Inputs;
}

function changing({ tag }: Wanted) {
  const rule = { GroupId, IpPermissions: [{ IpProtocol: '-1' }] };
  return {
    // The only action here that has no dry run.
    ModifyVpcAttribute: { VpcId, EnableDnsHostnames: { Value: true } },
    AttachInternetGateway: { VpcId, InternetGatewayId },
    CreateRoute: { RouteTableId, DestinationCidrBlock: anywhere, GatewayId: InternetGatewayId },
    AssociateRouteTable: { RouteTableId, SubnetId },
    AuthorizeSecurityGroupEgress: rule,
    AuthorizeSecurityGroupIngress: rule,
    RevokeSecurityGroupEgress: rule,
    CreateTags: { Resources: [InstanceId], Tags: [tag] },
    ModifyInstanceAttribute: {
      InstanceId,
      InstanceInitiatedShutdownBehavior: { Value: 'terminate' },
    },
    StartInstances: { InstanceIds: [InstanceId] },
  } satisfies Inputs;
}

const removing = {
  TerminateInstances: { InstanceIds: [InstanceId] },
  DeleteVolume: { VolumeId: none('vol') },
  ReleaseAddress: { AllocationId: none('eipalloc') },
  DeleteKeyPair: { KeyName: name },
  DeleteNetworkInterface: { NetworkInterfaceId },
  DeleteSecurityGroup: { GroupId },
  DeleteRoute: { RouteTableId, DestinationCidrBlock: anywhere },
  DisassociateRouteTable: { AssociationId: none('rtbassoc') },
  DeleteRouteTable: { RouteTableId },
  DetachInternetGateway: { InternetGatewayId, VpcId },
  DeleteInternetGateway: { InternetGatewayId },
  DeleteSubnet: { SubnetId },
  DeleteVpc: { VpcId },
} satisfies Inputs;

/**
 * The actions that a policy may allow only on things with the class's tag. Before the things exist, a refusal does not
 * show whether the caller lacks the permission or the thing lacks the tag.
 */
export const boundToTag: ReadonlySet<string> = new Set([
  ...Object.keys(lookingInside),
  ...Object.keys(changing({ tag: { Key: '', Value: '' } } as Wanted)),
  ...Object.keys(removing),
  ...['CreateSubnet', 'CreateRouteTable'],
]);
