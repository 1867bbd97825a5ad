import { setTimeout as delay } from 'node:timers/promises';
import { commandOf } from '../../core/shell/command';
import { typed } from '../../core/shell/typed';
import { stepIn } from '../model/folder';
import type { DockerLab } from '../lab';
import { hostPortsOf } from '../model/service';
import { Failure } from '../../core/failure';
import { failureFrom } from '../engine/refusals';
import { fingerprint } from '../../core/machine/files';
import { fromFolder, inFolder } from '../../core/machine/in-folder';
import { hasImage } from '../engine/images';
import { readRecord, updateRecord } from '../../core/machine/records';
import { composeFileFor } from './compose-up';
import { forgetMissing, isWritten, rememberFile } from '../../core/verbs/files';
import { gradeSettled } from './grade';
import type { Reporter } from '../../core/reporter';
import type { Session } from './session';
import { fileInWay } from '../../core/problems/conflicts';
import { imageInWay } from '../problems/conflicts';

/** Runs the steps of a lab in the reader's folder, unless they are done; throws before a step would overwrite what the reader made. */
export async function takeSteps(
  lab: DockerLab,
  session: Session,
  reporter: Reporter,
): Promise<void> {
  const { steps = [] } = lab;
  if (steps.length === 0) return;
  await untilAnswering(lab, session, reporter);
  // When the result is unknown, the steps do not run: the reader may have done them already.
  const { problems } = await gradeSettled(lab, session);
  if (problems.every(({ kind }) => kind !== 'failed')) return;
  await claim(lab, session);
  try {
    for (const step of await onReadersFile(lab, steps, session))
      await take(step, session, reporter);
  } finally {
    await forgetMissing(session, lab.id);
  }
  const { files } = session.outside;
  const made = (lab.made?.files ?? []).map((name) => inFolder(session.dir, name));
  for (const path of made) {
    await rememberFile(session.folder, lab.id, path, fingerprint(await files.bytes(path)));
  }
}

/** The steps with the reader's own Compose file in the place of the lab's. */
async function onReadersFile(
  lab: DockerLab,
  steps: readonly (readonly string[])[],
  session: Session,
): Promise<readonly (readonly string[])[]> {
  const { composeFile } = lab;
  if (!composeFile) return steps;
  const own = fromFolder(session.dir, await composeFileFor(lab, composeFile, session));
  return steps.map((step) => step.map((word) => (word === composeFile ? own : word)));
}

async function take(
  step: readonly string[],
  { dir, hands }: Session,
  reporter: Reporter,
): Promise<void> {
  const shown = typed(commandOf(...step));
  const [program = '', ...args] = stepIn(step, dir);
  await reporter.step({ ko: `실행하는 중: ${shown}`, en: `Running: ${shown}` }, async () => {
    const { code, stderr } = await hands.run(program, args, { cwd: dir });
    if (code !== 0) throw failureFrom(stderr, { command: shown });
  });
}

/** Throws when the reader has something where the steps make something, and remembers what this tool makes. */
async function claim(lab: DockerLab, session: Session): Promise<void> {
  const { folder, dir, engine } = session;
  const { files } = session.outside;
  const { files: written = {}, built = [] } = await readRecord(folder, lab.id);
  const paths = (lab.made?.files ?? []).map((name) => inFolder(dir, name));
  for (const path of paths) {
    if (path in written || !(await files.exists(path))) continue;
    if (!(await isWritten(path, session))) throw new Failure(fileInWay({ path }));
  }
  const images = lab.made?.images ?? [];
  for (const image of images) {
    if (!built.includes(image) && (await hasImage(engine.api, image)))
      throw new Failure(imageInWay({ image }));
  }
  for (const path of paths) await rememberFile(folder, lab.id, path, '');
  if (images.length === 0) return;
  await updateRecord(folder, lab.id, (record) => ({
    ...record,
    built: [...new Set([...(record.built ?? []), ...images])],
  }));
}

/** Waits for the servers of the lab that run; where none does, there is nothing to wait for. */
async function untilAnswering(lab: DockerLab, session: Session, reporter: Reporter): Promise<void> {
  const engine = session.engine.snapshot();
  const { outside, patience } = session;
  const { host } = engine;
  const containers = [...(await engine.containers()).values()];
  const published = new Set(containers.flatMap((one) => one.ports.map((port) => port.host)));
  const ports = [...hostPortsOf(lab.setup), ...hostPortsOf(lab.solution)].filter(({ port }) =>
    published.has(port),
  );
  if (ports.length === 0) return;
  const end = Date.now() + patience;
  const answers = async (port: number) =>
    !('error' in (await outside.ask(`http://${host}:${port}/`)));
  await reporter.step({ ko: '응답을 기다리는 중', en: 'Waiting for an answer' }, async () => {
    const open = new Set(ports.map(({ port }) => port));
    for (let pause = 50; open.size > 0 && Date.now() < end; pause = Math.min(1_000, pause * 1.2)) {
      for (const port of open) if (await answers(port)) open.delete(port);
      if (open.size > 0) await delay(pause);
    }
  });
}
