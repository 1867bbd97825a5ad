import { isIn, type LabCases } from '../shared/lab-cases';

const name = 'apa000ex1';
const run = `docker run --name ${name} -d httpd`;
const whole = `${run} && docker ps && docker stop ${name} && docker ps -a && docker rm ${name}`;

/** Right answers with every stage of a container's life, and wrong ones that lack a stage. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker create --name ${name} httpd`,
      problems: [{ code: 'not-started', values: { name, left: 'yes' } }],
    },
    { typed: '', problems: [{ code: 'not-stopped', values: { name } }] },
    { typed: '', problems: [{ code: 'not-removed', values: { name } }] },
  ],
  right: {
    "the book's commands": whole,
    'removed by force': `${run} && docker rm -f ${name}`,
    'removed by itself': `docker run -dit --rm --name ${name} httpd:latest && docker stop ${name}`,
    'each stage by its own command': `docker container create --name ${name} httpd && docker container start ${name} && docker container kill ${name} && docker container rm ${name}`,
    'pruned, after a restart': `${run} && docker restart ${name} && docker stop ${name} && docker container prune -f`,
    'renamed in the middle': `docker run --name web -d httpd && docker rename web ${name} && docker stop ${name} && docker rename ${name} old && docker rm old`,
    'at the second try': `docker create --name ${name} httpd && docker rm ${name} && ${whole}`,
    'the image by its id, the container by its id': `id=$(docker run --name ${name} -d "$(docker image ls -q httpd)") && docker stop "$id" && docker rm "$id"`,
    'a Compose file': `printf 'services: {a: {image: httpd, container_name: ${name}}}' >compose.yml && docker compose up -d && docker compose down`,
    'with something else afterwards': `${whole} && docker run --name ${name} --rm nginx true`,
  },
  wrong: {
    'another name': {
      typed: whole.replaceAll(name, 'apa00ex1'),
      problems: [{ code: 'not-created', values: { name, similar: 'apa00ex1', gone: 'yes' } }],
    },
    'a digit too many': {
      typed: run.replace(name, 'apa000ex01'),
      problems: [{ code: 'not-created', values: { name, similar: 'apa000ex01', gone: 'no' } }],
    },
    'done before the lab was begun': {
      before: whole,
      typed: 'docker ps -a',
      problems: [{ code: 'not-created', values: { name } }],
    },
    'made and not started': {
      typed: `docker create --name ${name} httpd`,
      problems: [{ code: 'not-started', values: { name, left: 'yes' } }],
    },
    'made and removed, never started': {
      typed: `docker create --name ${name} httpd && docker rm ${name}`,
      problems: [{ code: 'not-started', values: { name, left: 'no' } }],
    },
    'still running': {
      typed: run,
      problems: [{ code: 'not-stopped', values: { name } }],
    },
    'running again': {
      typed: `${run} && docker stop ${name} && docker start ${name}`,
      problems: [{ code: 'not-stopped', values: { name } }],
    },
    'renamed while it runs': {
      typed: `${run} && docker rename ${name} old`,
      problems: [{ code: 'not-stopped', values: { name: 'old' } }],
    },
    paused: {
      typed: `${run} && docker pause ${name}`,
      problems: [{ code: 'not-stopped', values: { name } }],
    },
    'stopped and kept': {
      typed: `${run} && docker stop ${name}`,
      problems: [{ code: 'not-removed', values: { name } }],
    },
    'ended by itself and kept': {
      typed: `docker run --name ${name} httpd true`,
      until: isIn('exited', name),
      problems: [{ code: 'not-removed', values: { name } }],
    },
    'renamed out of sight': {
      typed: `${run} && docker stop ${name} && docker rename ${name} old`,
      problems: [{ code: 'not-removed', values: { name: 'old' } }],
    },
    'another image': {
      typed: whole.replaceAll('httpd', 'nginx'),
      problems: [
        { code: 'history-image-wrong', values: { name, wanted: 'httpd', found: 'nginx' } },
      ],
    },
    'a second one of the name left behind': {
      typed: `${whole} && docker create --name ${name} httpd`,
      problems: [{ code: 'not-removed', values: { name } }],
    },
  },
};
