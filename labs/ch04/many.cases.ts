import type { LabCases } from '../shared/lab-cases';

const run = (name: string, port: number, image = 'httpd') =>
  `docker run --name ${name} -d -p ${port}:80 ${image}`;
const [ex3, ex4, ex5] = [run('apa000ex3', 8081), run('apa000ex4', 8082), run('apa000ex5', 8083)];
const all = [ex3, ex4, ex5].join(' && ');

/** Ways to run the three containers, and ways to run fewer or other ones. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${ex3} && docker pause apa000ex3 && docker run -d --name apa000ex4 httpd && ${run('apa000ex6', 8083)}`,
      problems: [
        { code: 'container-paused', values: { name: 'apa000ex3' } },
        { code: 'port-not-published', values: { name: 'apa000ex4', wanted: '8082:80' } },
        { code: 'container-missing', values: { name: 'apa000ex5', similar: 'apa000ex6' } },
      ],
    },
    {
      typed: 'docker stop apa000ex4',
      problems: [
        { code: 'container-exited', values: { name: 'apa000ex4', exitCode: /^(?:0|137)$/ } },
      ],
    },
  ],
  right: {
    "the book's commands": all,
    'in a loop': `for n in 3 4 5; do docker run -dit --name apa000ex$n -p $((8078 + n)):80 httpd; done`,
    'made first, started together': `for n in 5 4 3; do docker create --name apa000ex$n -p 127.0.0.1:$((8078 + n)):80 httpd:latest; done && docker start apa000ex3 apa000ex4 apa000ex5`,
    'a Compose file of their own': [
      'cat >docker-compose.yml <<END',
      'x-apache: &apache {image: httpd}',
      'services:',
      '  a: {<<: *apache, container_name: apa000ex3, ports: ["8081:80"]}',
      '  b: {<<: *apache, container_name: apa000ex4, ports: ["8082:80"]}',
      '  c: {<<: *apache, container_name: apa000ex5, ports: [{published: 8083, target: 80}]}',
      'END',
      'docker compose up -d',
    ].join('\n'),
  },
  wrong: {
    'one container, with a slip in its name': {
      typed: run('apa000ex03', 8081, 'nginx'),
      problems: [
        { code: 'container-missing', values: { name: 'apa000ex3', similar: 'apa000ex03' } },
        { code: 'container-missing', values: { name: 'apa000ex4', similar: '' } },
        { code: 'container-missing', values: { name: 'apa000ex5', similar: '' } },
      ],
    },
    'only two of them': {
      typed: `${ex3} && ${ex5}`,
      problems: [{ code: 'container-missing', values: { name: 'apa000ex4', similar: '' } }],
    },
    'two ports swapped': {
      typed: `${ex3} && ${run('apa000ex4', 8083)} && ${run('apa000ex5', 8082)}`,
      problems: [
        {
          code: 'ports-swapped',
          values: {
            containers: 'apa000ex4, apa000ex5',
            wanted: '8082:80, 8083:80',
            found: '8083:80, 8082:80',
          },
        },
      ],
    },
    'three ports, each at the next container': {
      typed: `${run('apa000ex3', 8082)} && ${run('apa000ex4', 8083)} && ${run('apa000ex5', 8081)}`,
      problems: [
        { code: 'ports-swapped', values: { containers: 'apa000ex3, apa000ex4, apa000ex5' } },
      ],
    },
    'the same host port twice': {
      typed: `${ex3} && ! ${run('apa000ex4', 8081)} && ${ex5}`,
      problems: [
        {
          code: 'port-wrong',
          values: { name: 'apa000ex4', wanted: '8082:80', found: '8081:80' },
        },
      ],
    },
    'the ports of the containers counted up, too': {
      typed: `${ex3} && docker run --name apa000ex4 -d -p 8082:81 httpd && docker run --name apa000ex5 -d -p 8083:82 httpd`,
      problems: [
        { code: 'port-wrong', values: { name: 'apa000ex4', found: '8082:81' } },
        { code: 'port-wrong', values: { name: 'apa000ex5', found: '8083:82' } },
      ],
    },
    'one stopped': {
      typed: `${all} && docker stop -t 2 apa000ex5`,
      problems: [
        { code: 'container-exited', values: { name: 'apa000ex5', exitCode: /^(?:0|137)$/ } },
      ],
    },
    'one paused, one without a port': {
      typed: `${ex3} && ${ex5} && docker pause apa000ex3 && docker run -d --name apa000ex4 httpd`,
      problems: [
        { code: 'container-paused', values: { name: 'apa000ex3' } },
        { code: 'port-not-published', values: { name: 'apa000ex4', wanted: '8082:80' } },
      ],
    },
    'one of another image': {
      typed: `${ex3} && ${run('apa000ex4', 8082, 'nginx')} && ${ex5}`,
      problems: [
        { code: 'image-wrong', values: { name: 'apa000ex4', wanted: 'httpd', found: 'nginx' } },
      ],
    },
    'one misnamed': {
      typed: `${ex3} && ${ex4} && ${run('apa000ex6', 8083)}`,
      problems: [
        { code: 'container-missing', values: { name: 'apa000ex5', similar: 'apa000ex6' } },
      ],
    },
    'one with a page of its own': {
      typed: `${all} && docker exec apa000ex4 sh -c 'echo "<title>second</title>" >htdocs/index.html'`,
      problems: [{ code: 'page-wrong', values: { url: 'http://localhost:8082', found: 'second' } }],
    },
    'one service scaled to three': {
      typed: `printf 'services: {apa000ex: {image: httpd, ports: ["8081-8083:80"]}}' >compose.yml && docker compose up -d --scale apa000ex=3`,
      problems: ['apa000ex3', 'apa000ex4', 'apa000ex5'].map((name) => ({
        code: 'container-missing',
        values: { name },
      })),
    },
  },
};
