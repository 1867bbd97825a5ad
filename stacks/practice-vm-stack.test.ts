import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { architectureOf, studentVms, type PracticeVmProps } from '../src/class/config/practice-vm';
import { classOfTwo } from './practice-vm.fixture';
import { synthFleet } from './synth';

const scratch = mkdtempSync(join(tmpdir(), 'fleet-'));
afterAll(() => rmSync(scratch, { recursive: true }));

type Blocks = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
interface TerraformJson {
  readonly resource: Blocks;
  readonly data: Blocks;
  readonly variable?: object;
}

function synth(more: Partial<PracticeVmProps> = {}): { json: TerraformJson; text: string } {
  const text = readFileSync(synthFleet(scratch, { ...classOfTwo, ...more }), 'utf8');
  return { text, json: JSON.parse(text) as TerraformJson };
}
const vmOf = ({ json }: ReturnType<typeof synth>) => json.resource['aws_instance']?.['vm'] ?? {};

it('makes a VM and a key for each student, by id', () => {
  const { resource } = synth().json;
  expect(resource['aws_instance']?.['vm']?.['for_each']).toEqual(classOfTwo.students);
  expect(resource['aws_key_pair']?.['student']?.['for_each']).toEqual(classOfTwo.publicKeys);
});

it('makes JSON that grows with each student only by one key', () => {
  const keys = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`student-${index}`, 'ssh-ed25519 AAAA']),
  );
  const none = studentVms(classOfTwo, {}, '');
  const many = studentVms(classOfTwo, keys, '');
  expect(synth(many).text.length).toBeLessThan(synth(none).text.length + 12_000);
});

it('gives the key of the instructor, the hours and the mirrors to the VM', () => {
  const mirror = { images: 'http://10.0.0.5:5001', packages: 'http://10.0.0.5:3142' };
  const data = Buffer.from(String(vmOf(synth({ mirror }))['user_data_base64']), 'base64');
  const config = gunzipSync(data).toString();
  expect(config).toContain(classOfTwo.instructorKey);
  expect(config).toContain('"28800"');
  for (const address of Object.values(mirror)) expect(config).toContain(address);
});

it('opens SSH and the asked ports to the asked addresses only, IPv6 ones too', () => {
  const { json } = synth({
    allow: ['203.0.113.0/24', '2001:db8::/32'],
    ports: ['80', '8080-8099'],
  });
  const { ingress } = json.resource['aws_security_group']?.['access'] as {
    ingress: Record<string, unknown>[];
  };
  expect(ingress.map(({ from_port, to_port }) => [from_port, to_port])).toEqual([
    [22, 22],
    [80, 80],
    [8080, 8099],
  ]);
  for (const rule of ingress)
    expect(rule).toMatchObject({
      cidr_blocks: ['203.0.113.0/24'],
      ipv6_cidr_blocks: ['2001:db8::/32'],
    });
});

it('takes the address from a variable when none is known, and lets Terraform ask nobody', () => {
  const { json, text } = synth({ allow: undefined });
  expect(json.variable).toMatchObject({ allow: { default: '' } });
  expect(text.match(/coalesce\(var\.allow,/g)).toHaveLength(2);
});

it('makes no network when a subnet is named', () => {
  const { json } = synth({ subnet: 'subnet-0123456789abcdef0' });
  expect(Object.keys(json.resource).sort()).toEqual([
    'aws_instance',
    'aws_key_pair',
    'aws_security_group',
  ]);
});

it('asks for spot instances only when this is set, and lets AWS end them', () => {
  expect(vmOf(synth())).not.toHaveProperty('instance_market_options');
  expect(vmOf(synth({ spot: true }))['instance_market_options']).toMatchObject({
    market_type: 'spot',
    spot_options: { instance_interruption_behavior: 'terminate' },
  });
});

it.each([
  ['t3.medium', 'x86_64'],
  ['g4dn.xlarge', 'x86_64'],
  ['m7i.large', 'x86_64'],
  ['t4g.medium', 'arm64'],
  ['m7gd.large', 'arm64'],
  ['c7gn.large', 'arm64'],
  ['a1.large', 'arm64'],
])('uses for %s the image of the architecture %s', (type, architecture) => {
  expect(architectureOf(type)).toBe(architecture);
  const { filter } = synth({ instanceType: type }).json.data['aws_ami']?.['ubuntu'] as {
    filter: { values: string[] }[];
  };
  expect(filter[1]?.values).toEqual([architecture]);
  expect(filter[0]?.values[0]).toContain(architecture === 'arm64' ? '-arm64-' : '-amd64-');
});
