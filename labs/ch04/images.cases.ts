import type { LabCases } from '../shared/lab-cases';

const removeAll = 'docker image rm httpd nginx mysql';

/** Ways to remove the three images, and ways to keep one without noticing. */
export const cases: LabCases = {
  walk: [
    {
      typed: 'docker create --name kept httpd && docker tag nginx nginx:old && docker rmi nginx',
      problems: [
        { code: 'image-in-use', values: { image: 'httpd', containers: 'kept' } },
        { code: 'image-untagged-only', values: { image: 'nginx', names: 'nginx:old' } },
        { code: 'image-left', values: { image: 'mysql', id: /^[0-9a-f]{12}$/ } },
      ],
    },
    { typed: '', problems: [{ code: 'image-left', values: { image: 'httpd' } }] },
  ],
  right: {
    "the book's command": removeAll,
    'the short command, by ids, one by one': `for image in mysql httpd nginx; do docker rmi "$(docker image ls -q "$image")"; done`,
    'all that is unused': 'docker image prune -af',
    'containers first': `docker run -d --name one httpd && docker create nginx && docker rm -f $(docker ps -aq) && ${removeAll}`,
  },
  wrong: {
    'one left': {
      typed: 'docker image rm httpd nginx',
      problems: [{ code: 'image-left', values: { image: 'mysql', id: /^[0-9a-f]{12}$/ } }],
    },
    'used by a container that stopped': {
      typed: `docker run --name done nginx true; docker rmi httpd; ! docker rmi nginx; docker rmi mysql`,
      problems: [{ code: 'image-in-use', values: { image: 'nginx', containers: 'done' } }],
    },
    'used by a container that runs': {
      typed: `docker run -d --name web httpd; ! docker rmi -f httpd; docker rmi nginx mysql`,
      problems: [{ code: 'image-in-use', values: { image: 'httpd', containers: 'web' } }],
    },
    'only its name taken, by force': {
      typed: `docker create --name kept httpd && docker rmi -f httpd && docker rmi nginx mysql`,
      problems: [{ code: 'image-in-use', values: { image: 'httpd', containers: 'kept' } }],
    },
    'only its name taken, another one left': {
      typed: `docker tag nginx nginx:old && docker image rm httpd nginx mysql`,
      problems: [{ code: 'image-untagged-only', values: { image: 'nginx', names: 'nginx:old' } }],
    },
    'another name of the same image removed': {
      typed: `docker tag httpd me/apache && docker rmi me/apache nginx mysql`,
      problems: [{ code: 'image-left', values: { image: 'httpd' } }],
    },
    'containers removed, images not': {
      typed: 'docker run -d --name one httpd && docker rm -f one',
      problems: ['httpd', 'nginx', 'mysql'].map((image) => ({
        code: 'image-left',
        values: { image },
      })),
    },
  },
};
