// A school whose only way outside is a proxy. @circle all @needs aws ssh
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startProxy, type Proxy } from '../../../../testbed/aws/proxy';
import { Teacher } from '../../../../testbed/class/teacher';

let teacher: Teacher;
let open: Proxy;
let guarded: Proxy;
let page: Server;

beforeAll(async () => {
  teacher = await Teacher.with();
  teacher.configure(['kim']);
  [open, guarded] = await Promise.all([startProxy(), startProxy(['teacher', 'secret'])]);
  page = createServer((_, answer) => answer.end('203.0.113.7\n')).listen(0, '127.0.0.1');
});

afterAll(async () => {
  page.close();
  await Promise.all([open.stop(), guarded.stop(), teacher.stop()]);
});

const placeOf = (url: string) => new URL(url).host;

it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('asks AWS by way of %s', async (name) => {
  const plan = await teacher.run(['plan'], { [name]: `http://${open.host}` });
  expect(plan).toMatchObject({ code: 0, stderr: '- Asking AWS\n' });
  const asked = open.asked();
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set([placeOf(teacher.aws.endpoint)]));
});

it('asks AWS directly where NO_PROXY names it', async () => {
  const env = { HTTP_PROXY: `http://${open.host}`, NO_PROXY: 'example.com,127.0.0.1' };
  expect(await teacher.run(['plan'], env)).toMatchObject({ code: 0 });
  expect(open.asked()).toEqual([]);
});

it('asks AWS over TLS by way of HTTPS_PROXY, and says that the proxy could not connect', async () => {
  const env = { AWS_ENDPOINT_URL: '', HTTPS_PROXY: `http://${open.host}` };
  const { code, stderr } = await teacher.run(['plan'], env);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('[proxy-refused]') });
  expect(new Set(open.asked())).toEqual(new Set(['sts.ap-northeast-2.amazonaws.com:443']));
});

it('finds out the own address by way of the proxy', async () => {
  const { port } = page.address() as AddressInfo;
  const service = `http://127.0.0.1:${port}`;
  const env = { HTTP_PROXY: `http://${open.host}`, DKKB_ALLOW: 'auto' };
  const plan = await teacher.run(['plan'], { ...env, DKKB_ADDRESS_SERVICE: service });
  expect(plan).toMatchObject({ code: 0, stderr: '- Asking AWS\n' });
  expect(open.asked()).toContain(placeOf(service));
});

it('gives the proxy its user and password', async () => {
  const env = { HTTP_PROXY: `http://teacher:secret@${guarded.host}` };
  expect(await teacher.run(['plan'], env)).toMatchObject({ code: 0, stderr: '- Asking AWS\n' });
  expect(guarded.asked()).toContain(placeOf(teacher.aws.endpoint));
});

it.each([
  ['refuses the password', () => guarded.host, '401 Unauthorized'],
  ['is not there', () => '127.0.0.1:9', 'ECONNREFUSED'],
])('names a proxy that %s, without the password', async (_, host, said) => {
  const proxy = `http://teacher:wrong@${host()}`;
  for (const words of [['plan'], ['up', '--no-wait'], ['down', '--yes']]) {
    const { code, stdout, stderr } = await teacher.run(words, { HTTP_PROXY: proxy });
    expect(code).toBe(3);
    expect(stderr).toContain(`The proxy http://${host()} does not lead outside: ${said}`);
    expect(stdout + stderr).not.toContain('wrong');
  }
});
