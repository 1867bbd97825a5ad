import { isIn, type LabCases } from '../shared/lab-cases';

const name = 'nginx000ex6';
const book = `docker run --name ${name} -d -p 8084:80 nginx`;
const html = '/usr/share/nginx/html';

/** Ways to run nginx on port 8084, and ways to miss it. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker run --name ${name} -d nginx -p 8084:80`,
      until: isIn('exited', name),
      problems: [{ code: 'options-after-image', values: { name, typed: '-p 8084:80' } }],
    },
    {
      typed: `{ docker exec ${name} nginx -s quit || true; }`,
      until: isIn('exited', name),
      problems: [{ code: 'container-exited', values: { name, exitCode: '0' } }],
    },
    {
      typed: `docker exec ${name} rm ${html}/index.html`,
      problems: [{ code: 'http-status', values: { url: 'http://localhost:8084', status: '403' } }],
      mend: `docker rm -f ${name} && ${book}`,
    },
  ],
  right: {
    'the image under the name of a mirror': `docker tag nginx mirror.gcr.io/library/nginx && docker rmi nginx && docker run --name ${name} -d -p 8084:80 mirror.gcr.io/library/nginx`,
    "the book's command": book,
    'options in another order': `docker container run -p 8084:80 -dit --name=${name} nginx:latest`,
    'made first, started later': `docker container create --name ${name} --publish 8084:80 nginx && docker container start ${name}`,
    'restarted after a pause': `${book} && docker pause ${name} && docker unpause ${name} && docker restart ${name}`,
    'a Compose file': `printf 'services: {n: {image: nginx, container_name: ${name}, network_mode: bridge, ports: ["8084:80"]}}' >compose.yaml && docker compose up -d`,
  },
  wrong: {
    'Apache instead': {
      typed: `docker run --name ${name} -d -p 8084:80 httpd`,
      problems: [{ code: 'image-wrong', values: { name, wanted: 'nginx', found: 'httpd' } }],
    },
    "Apache's name for it": {
      typed: 'docker run --name apa000ex6 -d -p 8084:80 nginx',
      problems: [{ code: 'container-missing', values: { name, similar: 'apa000ex6' } }],
    },
    'a letter left out': {
      typed: 'docker run --name ngnx000ex6 -d -p 8084:80 nginx',
      problems: [{ code: 'container-missing', values: { name, similar: 'ngnx000ex6' } }],
    },
    "Apache's host port": {
      typed: `docker run --name ${name} -d -p 8080:80 nginx`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8084:80', found: '8080:80' } }],
    },
    'the port inside counted up, too': {
      typed: `docker run --name ${name} -d -p 8084:84 nginx`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8084:80', found: '8084:84' } }],
    },
    'the port after the image': {
      typed: `docker run --name ${name} -d nginx -p 8084:80`,
      until: isIn('exited', name),
      problems: [{ code: 'options-after-image', values: { name, typed: '-p 8084:80' } }],
    },
    'the server told to quit': {
      typed: `${book} && { docker exec ${name} nginx -s quit || true; }`,
      until: isIn('exited', name),
      problems: [{ code: 'container-exited', values: { name, exitCode: '0' } }],
    },
    paused: {
      typed: `${book} && docker pause ${name}`,
      problems: [{ code: 'container-paused', values: { name } }],
    },
    'the page replaced': {
      typed: `${book} && docker exec ${name} sh -c 'echo "It works!" >${html}/index.html'`,
      problems: [
        { code: 'page-wrong', values: { url: 'http://localhost:8084', found: 'It works!' } },
      ],
    },
    'the page removed': {
      mend: `docker rm -f ${name} && ${book}`,
      typed: `${book} && docker exec ${name} rm ${html}/index.html`,
      problems: [{ code: 'http-status', values: { url: 'http://localhost:8084', status: '403' } }],
    },
  },
};
