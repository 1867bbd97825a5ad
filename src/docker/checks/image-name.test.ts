import type { EngineSnapshot, ImageFacts } from '../engine/facts';
import { isImage, isNameOf } from './image-name';
import { repositoryOf, withTag } from '../../core/image-name';

const digest = `sha256:${'0'.repeat(64)}`;

describe('repositoryOf', () => {
  it.each([
    ['httpd', 'httpd'],
    ['httpd:2.4', 'httpd'],
    ['library/httpd', 'httpd'],
    ['docker.io/library/httpd:latest', 'httpd'],
    ['index.docker.io/httpd', 'httpd'],
    [`httpd@${digest}`, 'httpd'],
    [`httpd:2.4@${digest}`, 'httpd'],
    ['me/httpd', 'me/httpd'],
    ['public.ecr.aws/docker/library/httpd:2.4', 'httpd'],
    ['mirror.gcr.io/library/nginx', 'nginx'],
    ['registry.school.kr:5000/hub/library/mysql', 'mysql'],
    [`localhost/library/httpd@${digest}`, 'httpd'],
    ['somebody/library/httpd', 'somebody/library/httpd'],
    ['registry.k8s.io/nginx', 'registry.k8s.io/nginx'],
    ['quay.io/mine/httpd', 'quay.io/mine/httpd'],
    ['localhost:5000/httpd', 'localhost:5000/httpd'],
    ['localhost:5000/httpd:2', 'localhost:5000/httpd'],
  ])('of %s is %s', (reference, repository) => expect(repositoryOf(reference)).toBe(repository));
});

describe('withTag', () => {
  it.each([
    ['httpd', 'httpd:latest'],
    ['httpd:2.4', 'httpd:2.4'],
    ['localhost:5000/httpd', 'localhost:5000/httpd:latest'],
    [`httpd@${digest}`, `httpd@${digest}`],
  ])('of %s is %s', (reference, tagged) => expect(withTag(reference)).toBe(tagged));
});

describe('an image under several names', () => {
  const [one, other] = [`sha256:abcd${'1'.repeat(60)}`, `sha256:abce${'2'.repeat(60)}`];
  const listed: ImageFacts[] = [
    { id: one, reference: 'httpd:latest', createdAt: '' },
    { id: one, reference: 'me/apache:1', createdAt: '' },
    { id: other, reference: 'nginx:latest', createdAt: '' },
  ];
  const engine = { images: () => Promise.resolve(listed) } as unknown as EngineSnapshot;

  it.each([
    ['httpd:2.4', true],
    ['me/apache:1', true],
    ['me/apache', false],
    [one, true],
    ['abcd11111111', true],
    ['abce22222222', false],
    ['nginx', false],
    ['', false],
  ])('isNameOf %s: %s', async (reference, expected) => {
    expect(await isNameOf(engine, reference, 'httpd')).toBe(expected);
  });

  it('is the image of a container by name or by id', async () => {
    expect(await isImage(engine, { image: 'httpd:old', imageId: 'gone' }, 'httpd')).toBe(true);
    expect(await isImage(engine, { image: 'x', imageId: one }, 'httpd')).toBe(true);
    expect(await isImage(engine, { image: 'x', imageId: other }, 'httpd')).toBe(false);
  });
});

it('finds the images of thousands of containers among thousands of names', async () => {
  const many = Array.from({ length: 40_000 }, (_, at) => ({
    id: `sha256:${String(at).padStart(64, '0')}`,
    reference: `q${at}:latest`,
    createdAt: '',
  }));
  const engine = { images: () => Promise.resolve(many) } as unknown as EngineSnapshot;
  // Without an index of the names, this would take minutes.
  const found = Array.from({ length: 7_500 }, (_, at) => isNameOf(engine, `p${at}`, 'httpd'));
  expect(new Set(await Promise.all(found))).toEqual(new Set([false]));
});
