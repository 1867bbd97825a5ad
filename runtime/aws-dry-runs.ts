import type { _InstanceType as InstanceTypeName } from '@aws-sdk/client-ec2';

type Sdk = typeof import('@aws-sdk/client-ec2');

type Named<Export> = Export extends `${infer Action}Command` ? Action : never;

/** An action of EC2, as the SDK and IAM name it. */
export type Action = Named<keyof Sdk>;

type Input<A extends Action> = InstanceType<Sdk[`${A}Command`]>['input'];

/** What actions are asked for. */
export type Inputs = { readonly [A in Action]?: Input<A> };

/** The instance that a dry run asks for; what is not known yet is left out. */
export interface Wanted {
  readonly type: string;
  readonly spot: boolean;
  readonly tag: { readonly Key: string; readonly Value: string };
  readonly image?: string | undefined;
  readonly subnet?: string | undefined;
}

// Names nothing that is there, so that an API that knows no dry runs makes and removes nothing either.
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

/** Every action that a class takes, with what a dry run asks of it. */
export function dryRuns(wanted: Wanted): Inputs {
  return {
    ...lookingAt(wanted),
    ...makingNetwork,
    ...makingMachines(wanted),
    ...removing,
  };
}

const lookingAt = ({ type }: Wanted) =>
  ({
    DescribeAddresses: {},
    DescribeImages: { Owners: ['self'] },
    DescribeInstanceAttribute: { InstanceId, Attribute: 'userData' },
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
    DescribeVpcs: {},
    GetConsoleOutput: { InstanceId },
  }) satisfies Inputs;

const makingNetwork = {
  // Larger than a VPC may be: this action takes no id that could name nothing.
  CreateVpc: { CidrBlock: '10.0.0.0/8' },
  // The one action here that has no dry run.
  ModifyVpcAttribute: { VpcId, EnableDnsHostnames: { Value: true } },
  CreateSubnet: { VpcId, CidrBlock: '10.0.0.0/24' },
  CreateInternetGateway: {},
  AttachInternetGateway: { VpcId, InternetGatewayId },
  CreateRouteTable: { VpcId },
  CreateRoute: { RouteTableId, DestinationCidrBlock: anywhere, GatewayId: InternetGatewayId },
  AssociateRouteTable: { RouteTableId, SubnetId },
} satisfies Inputs;

function makingMachines({ type, spot, tag, image, subnet }: Wanted) {
  const rule = { GroupId, IpPermissions: [{ IpProtocol: '-1' }] };
  return {
    CreateSecurityGroup: { GroupName: name, Description: name, VpcId },
    AuthorizeSecurityGroupEgress: rule,
    AuthorizeSecurityGroupIngress: rule,
    RevokeSecurityGroupEgress: rule,
    ImportKeyPair: { KeyName: name, PublicKeyMaterial: Buffer.from('ssh-ed25519 AAAA') },
    CreateTags: { Resources: [InstanceId], Tags: [tag] },
    RunInstances: {
      MinCount: 1,
      MaxCount: 1,
      ImageId: image ?? none('ami'),
      InstanceType: type as InstanceTypeName,
      TagSpecifications: [{ ResourceType: 'instance', Tags: [tag] }],
      ...(subnet ? { SubnetId: subnet } : {}),
      ...(spot ? { InstanceMarketOptions: { MarketType: 'spot' } } : {}),
    },
    ModifyInstanceAttribute: {
      InstanceId,
      InstanceInitiatedShutdownBehavior: { Value: 'terminate' },
    },
    ModifyNetworkInterfaceAttribute: { NetworkInterfaceId, Groups: [GroupId] },
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
