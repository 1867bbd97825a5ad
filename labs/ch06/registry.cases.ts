import type { LabCases } from '../shared/lab-cases';

const name = 'registry000';
const address = 'localhost:5000';
const image = `${address}/apa_my`;
const run = (ports: string, options = '') => `docker run -d ${options} -p ${ports} registry`;
const ready = (port: number) =>
  `until (exec 3<>/dev/tcp/localhost/${port} && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ <&3); do :; done 2>/dev/null`;
const book = `${run('5000:5000')} && { ${ready(5000)}; }`;
const push = (tag: string) => `docker tag httpd ${tag} && docker push ${tag}`;

/** Ways to push an image to a registry of one's own, and ways that leave the registry without an image. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${run('5001:5000')}`,
      problems: [{ code: 'port-wrong', values: { wanted: '5000:5000', found: '5001:5000' } }],
    },
    {
      typed: ready(5000),
      problems: [{ code: 'registry-empty', values: { registry: address, tagged: '' } }],
    },
    {
      typed: `docker exec "$(docker ps -q)" sh -c 'rm -rf /var/lib/registry/docker/registry/v2/blobs'`,
      problems: [{ code: 'registry-image-broken', values: { image: `${image}:latest` } }],
    },
  ],
  right: {
    "the book's commands": `${book} && ${push(image)}`,
    'a name, restarted with the engine, another image': `${run('5000:5000', '--name my_registry --restart always')} && { ${ready(5000)}; } && docker tag registry ${address}/mine/reg:1 && docker image push ${address}/mine/reg:1`,
    'this computer only, by its number': `${run('127.0.0.1:5000:5000')} && { ${ready(5000)}; } && ${push('127.0.0.1:5000/apa')}`,
    'kept in a folder': `${run('5000:5000', '-v "$PWD/images:/var/lib/registry"')} && { ${ready(5000)}; } && ${push(image)}`,
  },
  wrong: {
    'no registry': {
      typed: `docker tag httpd ${image} && ! docker push ${image}`,
      problems: [{ code: 'container-missing', values: { name } }],
    },
    'another port': {
      typed: `${run('5001:5000')} && { ${ready(5001)}; } && ${push('localhost:5001/apa_my')}`,
      problems: [{ code: 'port-wrong', values: { wanted: '5000:5000', found: '5001:5000' } }],
    },
    'no port': {
      typed: 'docker run -d registry',
      problems: [{ code: 'port-not-published', values: { wanted: '5000:5000' } }],
    },
    'something else on that port': {
      typed: 'docker run -d --name other -p 5000:80 nginx',
      problems: [{ code: 'not-a-registry', values: { registry: address, by: 'other' } }],
    },
    'nothing tagged': {
      typed: `${book} && docker tag httpd apa_my`,
      problems: [{ code: 'registry-empty', values: { registry: address, tagged: '' } }],
    },
    'tagged for other addresses': {
      typed: `${book} && docker tag httpd localhost/mine/page:2 && docker tag httpd reg.example.kr/page`,
      problems: [
        {
          code: 'registry-empty',
          values: {
            registry: address,
            tagged: '',
            others: /^localhost\/mine\/page:2, reg\.example\.kr\/page$/,
            wanted: `${address}/mine/page:2`,
          },
        },
      ],
    },
    'tagged, not pushed': {
      typed: `${book} && docker tag httpd ${image}`,
      problems: [{ code: 'registry-empty', values: { registry: address, tagged: image } }],
    },
    stopped: {
      typed: `${run('5000:5000', '--name mine')} && { ${ready(5000)}; } && ${push(image)} && docker stop mine`,
      problems: [{ code: 'container-exited', values: { name: 'mine' } }],
    },
    'its files lost': {
      typed: `${run('5000:5000', '--name mine')} && { ${ready(5000)}; } && ${push(image)} && docker exec mine sh -c 'rm -rf /var/lib/registry/docker/registry/v2/blobs'`,
      problems: [{ code: 'registry-image-broken', values: { image: `${image}:latest` } }],
    },
  },
};
