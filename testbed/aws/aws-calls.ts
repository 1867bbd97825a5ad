import type { Call, Judged, Tags } from './aws-judge';

/** Looks up the tags of a thing that a call names, by its id. */
export type TagsOf = (id: string) => Promise<Tags>;

const types: Readonly<Record<string, string>> = {
  ami: 'image',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  i: 'instance',
  igw: 'internet-gateway',
  key: 'key-pair',
  rtb: 'route-table',
  rtbassoc: 'route-table',
  sg: 'security-group',
  subnet: 'subnet',
  vol: 'volume',
  vpc: 'vpc',
};

/** The types of things that an action makes, beside the things that it names. */
const makes: Readonly<Record<string, readonly string[]>> = {
  CreateInternetGateway: ['internet-gateway'],
  CreateRouteTable: ['route-table'],
  CreateSecurityGroup: ['security-group'],
  CreateSubnet: ['subnet'],
  CreateVpc: ['vpc'],
  ImportKeyPair: ['key-pair'],
  RunInstances: ['instance', 'volume', 'network-interface'],
};

/** The parameters that name the things of an action. */
const names =
  /^(?:(?:Instance|Vpc|Subnet|InternetGateway|RouteTable|Group|Volume|NetworkInterface|Allocation|Association|Image)Id|KeyName|(?:InstanceId|ResourceId|SecurityGroupId)\.\d+|NetworkInterface\.\d+\.(?:SubnetId|SecurityGroupId\.\d+))$/;

/** What EC2 asks IAM about a call: each pair of an action and a resource. */
export async function questionsOf(
  form: URLSearchParams,
  region: string,
  tagsOf: TagsOf,
): Promise<{ call: Call; judged: Judged }[]> {
  const action = form.get('Action') ?? '';
  const instanceType = form.get('InstanceType') ?? undefined;
  const call: Call = { action, region, ...(instanceType ? { instanceType } : {}) };
  // IAM judges these reading actions without a resource, also with a filter.
  if (/^Describe/.test(action) && action !== 'DescribeInstanceAttribute')
    return [{ call, judged: { type: '*' } }];
  const named = await Promise.all(namedBy(form, action).map((id) => used(id, form, tagsOf)));
  const made = (makes[action] ?? []).map((type) => ({ type, ...givenBy(form, type) }));
  // When a thing is made with tags, EC2 also asks IAM about the tagging.
  const tagged = made.filter(({ given }) => given);
  const tagging = { ...call, action: 'CreateTags', createAction: action };
  return [
    ...[...named, ...made].map((judged) => ({ call, judged })),
    ...tagged.map((judged) => ({ call: tagging, judged })),
  ];
}

function namedBy(form: URLSearchParams, action: string): string[] {
  const found = [...form].filter(([key]) => names.test(key));
  return found.flatMap(([key, id]) =>
    action === 'ImportKeyPair' && key === 'KeyName' ? [] : [id],
  );
}

async function used(id: string, form: URLSearchParams, tagsOf: TagsOf): Promise<Judged> {
  const type = types[/^([a-z]+)-[0-9a-f]{8,17}$/.exec(id)?.[1] ?? 'key'] ?? id;
  const given = form.get('Action') === 'CreateTags' ? { given: tagsAt(form, 'Tag') } : {};
  return { type, has: await tagsOf(id), ...given };
}

function givenBy(form: URLSearchParams, type: string): Pick<Judged, 'given'> {
  for (const [key, value] of form) {
    const [, place] = /^(TagSpecification\.\d+)\.ResourceType$/.exec(key) ?? [];
    if (place && value === type) return { given: tagsAt(form, `${place}.Tag`) };
  }
  return {};
}

function tagsAt(form: URLSearchParams, place: string): Tags {
  const tags: Record<string, string> = {};
  for (let n = 1; form.has(`${place}.${n}.Key`); n += 1)
    tags[form.get(`${place}.${n}.Key`) ?? ''] = form.get(`${place}.${n}.Value`) ?? '';
  return tags;
}
