import type { LabCases } from '../shared/lab-cases';

const name = 'apa000ex22';
const image = 'ex22_original1';

/** Ways to make an image of the container, and images of something else. */
export const cases: LabCases = {
  walk: [
    {
      typed: `docker tag httpd ${image}`,
      problems: [{ code: 'image-same-as-base', values: { image, base: 'httpd' } }],
    },
    {
      typed: `docker image rm ${image}`,
      problems: [{ code: 'built-image-missing', values: { image, similar: '' } }],
    },
  ],
  right: {
    "the book's command": `docker commit ${name} ${image}`,
    'with a message and a tag': `docker container commit --message 'my first image' --author me ${name} ${image}:latest`,
    'of the stopped container': `docker stop ${name} && docker commit ${name} ${image}`,
    'changed before': `docker exec ${name} sh -c 'echo hi >htdocs/index.html' && docker commit ${name} ${image}`,
    'of a container in which nothing has changed': `docker rm -f ${name} && docker create --name ${name} -p 8092:80 httpd && docker commit ${name} ${image}`,
    'renamed while it was made': `docker rename ${name} web && docker commit web ${image} && docker rename web ${name}`,
    'the container removed afterwards': `docker commit ${name} ${image} && docker rm -f ${name}`,
  },
  wrong: {
    'no image': {
      typed: 'true',
      problems: [{ code: 'built-image-missing', values: { image, similar: '' } }],
    },
    'an image of nearly that name': {
      typed: `docker commit ${name} ex22_orginal1`,
      problems: [{ code: 'built-image-missing', values: { image, similar: 'ex22_orginal1' } }],
    },
    'another tag': {
      typed: `docker commit ${name} ${image}:1`,
      problems: [{ code: 'built-image-missing', values: { image, similar: `${image}:1` } }],
    },
    'no name': {
      typed: `docker commit ${name}`,
      problems: [{ code: 'built-image-missing', values: { image, similar: '' } }],
    },
    'a second name for the image': {
      typed: `docker tag httpd ${image}`,
      problems: [{ code: 'image-same-as-base', values: { image, base: 'httpd' } }],
    },
    'of another container of the same image': {
      typed: `docker run -d --name other httpd && docker commit other ${image}`,
      problems: [
        { code: 'image-of-other-container', values: { image, container: name, found: 'other' } },
      ],
    },
    'of another container, which is gone': {
      typed: `docker run -d --name other httpd && docker commit other ${image} && docker rm -f other`,
      problems: [
        { code: 'image-of-other-container', values: { image, container: name, found: 'other' } },
      ],
    },
    'of a container of another image': {
      typed: `docker run -d --name other nginx && docker commit other ${image}`,
      problems: [{ code: 'image-base-wrong', values: { image, base: 'httpd' } }],
    },
    'of a container of the image': {
      typed: `docker commit ${name} ${image} && docker run -d --name other ${image} && docker commit other ${image}`,
      problems: [{ code: 'image-layers-more', values: { image, base: 'httpd', count: '2' } }],
    },
  },
};
