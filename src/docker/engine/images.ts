import { readAnswer } from '../../core/answers/answer';
import { askApi } from './api';
import { docker, dockerRaw } from './client';
import { failureFrom } from './refusals';
import { inspectedImage } from './forms';

/** Whether the engine has an image of that name. */
export async function hasImage(image: string): Promise<boolean> {
  return (await imageId(image)) !== undefined;
}

async function imageId(image: string): Promise<string | undefined> {
  const answer = await askApi('GET', `/images/${image}/json`);
  if (answer?.status === 200)
    return readAnswer(inspectedImage, answer.text, `GET /images/${image}`).Id;
  if (answer?.status === 404) return undefined;
  const { code, stdout, stderr } = await dockerRaw([
    'image',
    'inspect',
    '--format',
    '{{.Id}}',
    image,
  ]);
  if (code === 0) return stdout.trim();
  if (/no such image/i.test(stderr)) return undefined;
  throw failureFrom(stderr, { image });
}

/** Pulls an image; the client's progress lines go to `onLine`. Throws the failure that the registry tells of. */
export async function pullImage(image: string, onLine?: (line: string) => void): Promise<void> {
  const { code, stdout, stderr } = await dockerRaw(['pull', image], onLine ? { onLine } : {});
  if (code !== 0) throw failureFrom(`${stdout}\n${stderr}`, { image });
}

/** The ids of those of the given images that the engine has. */
export async function imageIds(images: readonly string[]): Promise<Record<string, string>> {
  const found = await Promise.all(
    images.map(async (image) => {
      const id = await imageId(image);
      return id === undefined ? [] : [[image, id] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Leaves a mark in the engine's history and returns the id under which the history lists it; the label tells whose it is if this process is killed meanwhile. */
export async function markHistory(name: string, label: string): Promise<string> {
  const volume = `${name}-${process.pid}-${Date.now()}`;
  const [key = '', value = ''] = label.split(/=(.*)/s, 2);
  const made = await askApi('POST', '/volumes/create', { Name: volume, Labels: { [key]: value } });
  if (made?.status !== 201) await docker(['volume', 'create', '--label', label, volume]);
  const gone = await askApi('DELETE', `/volumes/${volume}`);
  if (gone?.status !== 204) await docker(['volume', 'rm', volume]);
  return volume;
}
