import { isIn, type LabCases } from '../shared/lab-cases';

const name = 'apa000ex2';
const book = 'docker run --name apa000ex2 -d -p 8080:80 httpd';

/** Ways to reach Apache on port 8080, and ways to miss it. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker run --name other -d -p 8080:80 nginx && ! ${book}`,
      problems: [{ code: 'port-in-use', values: { name, port: '8080', by: 'other' } }],
    },
    {
      typed: `docker rm -f ${name} && docker run --name ${name} -d -p 8084:80 nginx`,
      problems: [
        { code: 'image-wrong', values: { name, wanted: 'httpd', found: 'nginx' } },
        { code: 'port-wrong', values: { name, wanted: '8080:80', found: '8084:80' } },
      ],
    },
    {
      typed: `docker stop ${name}`,
      problems: [{ code: 'container-exited', values: { name, exitCode: /^(?:0|137)$/ } }],
    },
    { typed: `docker pause ${name}`, problems: [{ code: 'container-paused', values: { name } }] },
    {
      typed: `docker exec ${name} sh -c 'echo "<h1>hello</h1>" >htdocs/index.html'`,
      problems: [{ code: 'page-wrong', values: { url: 'http://localhost:8080', found: 'hello' } }],
    },
  ],
  right: {
    "the book's command": book,
    'options in another order, long names': `docker container run --publish=8080:80 --detach --name ${name} httpd:latest`,
    'this computer only': `docker run -dit --restart always -p 127.0.0.1:8080:80 --name=${name} httpd`,
    'made first, started later': `docker create --name ${name} -p 8080:80/tcp httpd && docker start ${name}`,
    'renamed afterwards': `docker run -d --name web -p 8080:80 httpd && docker rename web ${name}`,
    'the image by its id': `docker run -d --name ${name} -p 8080:80 "$(docker image ls -q httpd)"`,
    'the image by its digest': `docker run -d --name ${name} -p 8080:80 "$(docker image inspect -f '{{index .RepoDigests 0}}' httpd)"`,
    'another tag': `docker tag httpd httpd:2.4 && docker run -d --name ${name} -p 8080:80 httpd:2.4`,
    "the image under a name of one's own": `docker tag httpd me/apache:1 && docker run -d --name ${name} -p 8080:80 me/apache:1`,
    'the full name of the image': `docker run -d --name ${name} -p 8080:80 docker.io/library/httpd`,
    'a second port and a network besides': `docker network create mine && docker run -d --name ${name} --net mine -p 9080:80 -p 8080:80 httpd`,
    'stopped and started again': `${book} && docker stop ${name} && docker start ${name}`,
    'a Compose file': `printf 'services: {web: {image: httpd, container_name: ${name}, ports: ["8080:80"]}}' >compose.yml && docker compose up -d`,
  },
  wrong: {
    'a server that takes more memory than it may': {
      typed: `docker run --name ${name} -d -m 16m -p 8080:80 httpd sh -c 'exec tail /dev/zero'`,
      until: isIn('exited', name),
      problems: [{ code: 'out-of-memory', values: { name, limit: '16' } }],
    },
    'all options after the image, so that the name is not the wanted one': {
      typed: '! docker run httpd -p 8080:80',
      problems: [{ code: 'options-after-image', values: { typed: '-p 8080:80', image: 'httpd' } }],
    },
    'the name after the image, too, and twice': {
      typed: `! docker run httpd --name ${name} -d -p 8080:80; ! docker run httpd --name ${name} -d -p 8080:80`,
      problems: [
        {
          code: 'options-after-image',
          values: { typed: `--name ${name} -d -p 8080:80`, image: 'httpd' },
        },
      ],
    },
    'another name': {
      typed: 'docker run --name apa00ex2 -d -p 8080:80 httpd',
      problems: [{ code: 'container-missing', values: { name, similar: 'apa00ex2' } }],
    },
    'a name of no likeness': {
      typed: 'docker run --name web -d -p 8080:80 httpd',
      problems: [{ code: 'container-missing', values: { name, similar: 'web' } }],
    },
    'a likely name, and nothing else right': {
      typed: 'docker run --name apa000ex3 -d -p 9090:80 nginx',
      problems: [{ code: 'container-missing', values: { name, similar: '' } }],
    },
    'another host port': {
      typed: `docker run --name ${name} -d -p 8081:80 httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8080:80', found: '8081:80' } }],
    },
    'the two ports swapped': {
      typed: `docker run --name ${name} -d -p 80:8080 httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8080:80', found: '80:8080' } }],
    },
    'another port inside': {
      typed: `docker run --name ${name} -d -p 8080:8080 httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8080:80', found: '8080:8080' } }],
    },
    'UDP instead of TCP': {
      typed: `docker run --name ${name} -d -p 8080:80/udp httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8080:80', found: '8080:80/udp' } }],
    },
    'any port that is free': {
      typed: `docker run --name ${name} -d -P httpd`,
      problems: [{ code: 'port-wrong', values: { name, wanted: '8080:80', found: /^\d+:80$/ } }],
    },
    'no port': {
      typed: `docker run --name ${name} -d httpd`,
      problems: [{ code: 'port-not-published', values: { name, wanted: '8080:80' } }],
    },
    'a port without a network': {
      typed: `docker run --name ${name} -d -p 8080:80 --net none httpd`,
      problems: [{ code: 'port-not-published', values: { name, wanted: '8080:80' } }],
    },
    'another image': {
      typed: `docker run --name ${name} -d -p 8080:80 nginx`,
      problems: [{ code: 'image-wrong', values: { name, wanted: 'httpd', found: 'nginx' } }],
    },
    'another image and another port': {
      typed: `docker run --name ${name} -d -p 8084:80 nginx`,
      problems: [
        { code: 'image-wrong', values: { name, found: 'nginx' } },
        { code: 'port-wrong', values: { name, found: '8084:80' } },
      ],
    },
    'made and not started': {
      typed: `docker create --name ${name} -p 8080:80 httpd`,
      problems: [{ code: 'container-not-started', values: { name, reason: '' } }],
    },
    'a command that the image lacks': {
      typed: `! docker run --name ${name} -d -p 8080:80 httpd start-apache`,
      problems: [
        {
          code: 'container-not-started',
          values: { name, reason: /start-apache/, typed: 'start-apache' },
        },
      ],
    },
    'the port after the image': {
      typed: `! docker run --name ${name} -d httpd -p 8080:80`,
      problems: [{ code: 'options-after-image', values: { name, typed: '-p 8080:80', run: book } }],
    },
    'a command in place of the server': {
      typed: `docker run --name ${name} -d -p 8080:80 httpd sleep 300`,
      problems: [{ code: 'command-added', values: { name, typed: 'sleep 300', run: book } }],
    },
    stopped: {
      typed: `${book} && docker stop -t 2 ${name}`,
      problems: [{ code: 'container-exited', values: { name, exitCode: /^(?:0|137)$/ } }],
    },
    killed: {
      typed: `${book} && docker kill ${name}`,
      problems: [{ code: 'container-exited', values: { name, exitCode: '137' } }],
    },
    paused: {
      typed: `${book} && docker pause ${name}`,
      problems: [{ code: 'container-paused', values: { name } }],
    },
    'restarting for ever': {
      typed: `docker run --name ${name} -d -p 8080:80 --restart always httpd sh -c 'echo no luck; exit 3'`,
      until: isIn('restarting', name),
      problems: [
        {
          code: 'container-restarting',
          values: { name, exitCode: '3', log: 'no luck', typed: /^sh -c/ },
        },
      ],
    },
    "the port is another container's": {
      typed: `docker run --name other -d -p 8080:80 nginx && ! ${book}`,
      problems: [{ code: 'port-in-use', values: { name, port: '8080', by: 'other' } }],
    },
    'a page of their own': {
      typed: `${book} && docker exec ${name} sh -c 'echo "<h1>hello</h1>" >htdocs/index.html'`,
      problems: [
        { code: 'page-wrong', values: { url: 'http://localhost:8080', name, found: 'hello' } },
      ],
    },
    'another folder over the pages': {
      typed: `mkdir pages && echo mine >pages/index.html && ${book.replace(' httpd', ' -v "$PWD/pages:/usr/local/apache2/htdocs" httpd')}`,
      problems: [
        {
          code: 'page-wrong',
          values: { name, found: 'mine', remove: `docker rm -f ${name}`, run: book },
        },
      ],
    },
    'the page removed': {
      typed: `${book} && docker exec ${name} sh -c 'rm htdocs/index.html; chmod 0 htdocs'`,
      problems: [
        { code: 'http-status', values: { url: 'http://localhost:8080', name, status: '403' } },
      ],
      mend: `docker rm -f ${name} && ${book}`,
    },
  },
};
