import type { LabCases } from '../shared/lab-cases';

const name = 'apa000ex21';
const volume = 'apa000vol1';
const target = '/usr/local/apache2/htdocs';
const run = `docker run --name ${name} -d -p 8091:80`;

/** Ways to mount the volume, and mounts of something else. */
export const cases: LabCases = {
  walk: [
    {
      typed: `${run.replace('8091', '8090')} -v ${volume}:${target} httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8091:80', found: '8090:80' } }],
    },
    {
      typed: `mkdir ${volume} && docker rm -f ${name} && ${run} -v "$PWD/${volume}:${target}" httpd`,
      problems: [{ code: 'mount-type-wrong', values: { name, wanted: 'volume', found: 'bind' } }],
    },
    {
      typed: `docker exec ${name} sh -c 'rm htdocs/*'`,
      problems: [{ code: 'volume-empty', values: { volume } }],
      mend: `docker rm -f ${name} && docker volume rm ${volume} && ${run} -v ${volume}:${target} httpd`,
    },
  ],
  right: {
    "the book's commands": `docker volume create ${volume} && ${run} -v ${volume}:${target} httpd`,
    'made with the container': `${run} -v ${volume}:${target} httpd`,
    'the long option': `docker volume create --name ${volume} && docker container run -d --name=${name} --publish=8091:80 --mount type=volume,source=${volume},target=${target} httpd`,
    'a Compose file': `printf 'services: {web: {image: httpd, container_name: ${name}, ports: ["8091:80"], volumes: ["${volume}:${target}"]}}\nvolumes: {${volume}: {name: ${volume}}}' >compose.yml && docker compose up -d`,
    'a page of their own in it': `${run} -v ${volume}:${target} httpd && docker exec ${name} sh -c 'rm htdocs/index.html; echo hi >"htdocs/내 페이지.html"'`,
  },
  wrong: {
    'no mount': {
      typed: `docker volume create ${volume} && ${run} httpd`,
      problems: [{ code: 'mount-missing', values: { name, target, wanted: volume, found: '' } }],
    },
    'another path in the container': {
      typed: `${run} -v ${volume}:/usr/local/apache2 httpd sleep 60`,
      problems: [
        { code: 'mount-missing', values: { name, found: `${volume} → /usr/local/apache2` } },
      ],
    },
    'another volume': {
      typed: `${run} -v apa000vol2:${target} httpd`,
      problems: [
        { code: 'mount-source-wrong', values: { name, wanted: volume, found: 'apa000vol2' } },
      ],
    },
    'a volume without a name': {
      typed: `docker volume create ${volume} && ${run} -v ${target} httpd`,
      problems: [
        { code: 'mount-source-wrong', values: { name, wanted: volume, found: /^[0-9a-f]{64}$/ } },
      ],
    },
    'a folder of that name': {
      typed: `mkdir ${volume} && ${run} -v "$PWD/${volume}:${target}" httpd`,
      problems: [{ code: 'mount-type-wrong', values: { name, wanted: 'volume', found: 'bind' } }],
    },
    'nothing in the volume': {
      typed: `${run} --mount type=volume,source=${volume},target=${target},volume-nocopy httpd`,
      problems: [{ code: 'volume-empty', values: { volume } }],
    },
    'a page that the server may not read': {
      typed: `${run} -v ${volume}:${target} httpd && docker exec ${name} chmod 600 ${target}/index.html`,
      problems: [
        { code: 'http-status', values: { url: 'http://localhost:8091', name, status: '403' } },
      ],
      mend: `docker exec ${name} chmod 644 ${target}/index.html`,
    },
    'another port': {
      typed: `${run.replace('8091', '8090')} -v ${volume}:${target} httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8091:80', found: '8090:80' } }],
    },
    stopped: {
      typed: `${run} -v ${volume}:${target} httpd && docker stop ${name}`,
      problems: [{ code: 'container-exited', values: { name } }],
    },
  },
};
