import { DataAwsEc2InstanceTypeOfferings } from '@cdktf/provider-aws/lib/data-aws-ec2-instance-type-offerings';
import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Fn, TerraformVariable, type TerraformStack } from 'cdktf';

import { practiceVm } from '../src/class/config/fleet';
import { openPorts, type PracticeVmProps } from '../src/class/config/practice-vm';

/** The settings of an instance that say where it is. */
export interface Platform {
  readonly subnetId: string;
  readonly vpcSecurityGroupIds: string[];
}

/** Where the VMs stand: a VPC of their own or the subnet that was named, and who may connect. */
export function addNetwork(stack: TerraformStack, props: PracticeVmProps): Platform {
  const { vpcId, subnetId } = props.subnet
    ? namedNetwork(stack, props.subnet)
    : ownNetwork(stack, props);
  return { subnetId, vpcSecurityGroupIds: [securityGroup(stack, props, vpcId)] };
}

interface Ids {
  readonly vpcId: string;
  readonly subnetId: string;
}

function namedNetwork(stack: TerraformStack, id: string): Ids {
  const subnet = new DataAwsSubnet(stack, 'subnet', { id });
  return { vpcId: subnet.vpcId, subnetId: subnet.id };
}

function ownNetwork(stack: TerraformStack, { fleet, instanceType, region }: PracticeVmProps): Ids {
  const tags = { Name: `dkkb-${fleet}` };
  const vpc = new Vpc(stack, 'vpc', { cidrBlock: practiceVm.cidr, enableDnsHostnames: true, tags });
  const offerings = new DataAwsEc2InstanceTypeOfferings(stack, 'zones', {
    locationType: 'availability-zone',
    filter: [{ name: 'instance-type', values: [instanceType] }],
    lifecycle: {
      postcondition: [
        {
          condition: '${length(self.locations) > 0}',
          errorMessage: `${instanceType} is not offered in any zone of ${region}; choose another instanceType`,
        },
      ],
    },
  });
  const subnet = new Subnet(stack, 'subnet', {
    vpcId: vpc.id,
    cidrBlock: practiceVm.cidr,
    availabilityZone: Fn.element(Fn.sort(offerings.locations), 0),
    tags,
    // VMs that are there stay in their zone, even when AWS later offers the type in another one.
    lifecycle: { ignoreChanges: ['availability_zone'] },
  });
  const gateway = new InternetGateway(stack, 'gateway', { vpcId: vpc.id, tags });
  const routes = new RouteTable(stack, 'routes', { vpcId: vpc.id, tags });
  // A resource of its own: a route inside the table has attributes that the bindings do not know.
  new Route(stack, 'internet', {
    routeTableId: routes.id,
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: gateway.id,
  });
  new RouteTableAssociation(stack, 'association', { subnetId: subnet.id, routeTableId: routes.id });
  return { vpcId: vpc.id, subnetId: subnet.id };
}

function securityGroup(stack: TerraformStack, props: PracticeVmProps, vpcId: string): string {
  const { fleet } = props;
  const allow = props.allow ?? callers(stack);
  // The resource asks, and not the variable: that would ask when all is destroyed, too.
  const isTold = { condition: '${can(cidrhost(var.allow, 0))}', errorMessage: nobodyNamed };
  const open = (range: string) => {
    const [from, to = from] = range.split('-').map(Number);
    return { fromPort: from ?? 0, toPort: to ?? 0, protocol: 'tcp', ...sources(allow) };
  };
  return new SecurityGroup(stack, 'access', {
    name: `dkkb-${fleet}`,
    description: 'SSH and the asked ports, from the asked addresses only',
    vpcId,
    ingress: openPorts(props).map(open),
    egress: [{ fromPort: 0, toPort: 0, protocol: '-1', cidrBlocks: ['0.0.0.0/0'] }],
    tags: { Name: `dkkb-${fleet}` },
    ...(typeof allow === 'string' ? { lifecycle: { precondition: [isTold] } } : {}),
  }).id;
}

/** A variable for the address when it is not known. It has a default, since a question of Terraform would stand hidden behind what `cdktf deploy` shows. */
function callers(stack: TerraformStack): string {
  const allow = new TerraformVariable(stack, 'allow', {
    type: 'string',
    default: '',
    description: 'Your address as a CIDR such as 203.0.113.7/32, from which SSH is allowed',
  });
  // `destroy` reads the rules, too, and wants them whole. Nobody has this address.
  return Fn.coalesce([allow.stringValue, '192.0.2.0/32']);
}

const nobodyNamed = [
  '이 컴퓨터가 인터넷에서 어떤 주소로 보이는지 알 수 없습니다. dkkb.config.yaml에 적습니다: allow: [203.0.113.7/32]',
  'It cannot be found out from which address this machine is seen. Write into dkkb.config.yaml: allow: [203.0.113.7/32]',
].join(' / ');

function sources(allow: readonly string[] | string) {
  if (typeof allow === 'string') return { cidrBlocks: [allow] };
  const v6 = allow.filter((cidr) => cidr.includes(':'));
  const v4 = allow.filter((cidr) => !cidr.includes(':'));
  return {
    ...(v4.length > 0 ? { cidrBlocks: v4 } : {}),
    ...(v6.length > 0 ? { ipv6CidrBlocks: v6 } : {}),
  };
}
