import { join } from 'node:path';
import { images as bookImages } from '../../core/images';
import { Failure } from '../../core/failure';
import { currentMachine, isLinux } from '../../core/system';
import type { Text } from '../../core/text';
import { imagesIn, loadArchive, saveArchive } from '../../images/image-archive';
import { buildNeedsLinux } from '../../images/problems';
import { imageOrigins, type ImageOrigin } from '../../docker/engine/images';
import { openEngine } from '../../docker/engine/engine';
import { runInTerminal } from '../../core/machine/process';
import { runAsRoot } from '../../core/machine/scripts';
import { shellLine } from '../../core/shell/command';
import { typed } from '../../core/shell/typed';
import { confirm } from '../confirm';
import { say, spokenLanguage } from '../language';
import { projectFolder } from '../project';
import { beside } from '../views/layout';
import { exit, mark, print, printJson, printLine, reporter, screenWidth } from '../views/terminal';
import { UsageError } from '../usage-error';

const names: readonly string[] = Object.values(bookImages);

const origins: Readonly<Record<ImageOrigin['origin'], Text>> = {
  missing: { ko: '없음', en: 'not here' },
  packages: { ko: '배포판 패키지로 만듦', en: 'built from distribution packages' },
  registry: { ko: '이미지 저장소에서 받음', en: 'pulled from a registry' },
  archive: { ko: '파일에서 불러옴', en: 'loaded from an archive' },
};

/** `dkkb images list`: every image of the book with its origin and size. */
export async function listImages({ output }: { output?: string }): Promise<number> {
  const found = await imageOrigins((await openEngine()).api, names);
  if (output === 'json') {
    printJson({ images: found });
    return exit.done;
  }
  const width = Math.max(...names.map(({ length }) => length));
  for (const { image, origin, size } of found) {
    const megabytes = origin === 'missing' ? '' : ` ${Math.round(size / 1e6)} MB`;
    const shown = origin === 'missing' ? mark.open : mark.passed;
    const beginning = `${shown} ${image.padEnd(width)}  `;
    printLine(beside(beginning, `${say(origins[origin])}${megabytes}`, screenWidth()));
  }
  return exit.done;
}

/** `dkkb images build`: builds images from distribution packages; the script prints its own progress. */
export async function buildImages(
  asked: readonly string[],
  options: { force?: boolean },
): Promise<number> {
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw unknownImages(unknown);
  return buildFromPackages(asked.length > 0 ? asked : names, options.force ?? false);
}

function unknownImages(unknown: readonly string[]): UsageError {
  return new UsageError({
    ko: `책에 없는 이미지입니다: ${unknown.join(', ')}. 책의 이미지: ${names.join(', ')}`,
    en: `Not images of the book: ${unknown.join(', ')}. The book's images: ${names.join(', ')}`,
  });
}

/** Builds images with the kit's recipes, its tools installed first; returns the exit code of the first step that failed, or 0. */
export async function buildFromPackages(asked: readonly string[], force: boolean): Promise<number> {
  // There, `bash` may be that of WSL, which is another machine.
  if (!isLinux(currentMachine().system)) throw new Failure(buildNeedsLinux({}));
  const project = projectFolder();
  const env = { DKKB_LANG: spokenLanguage(), ...engineVariables() };
  const tools = join(project, 'scripts', 'install-image-tools.sh');
  const prepared = await runInTerminal('bash', [tools], { env });
  if (prepared !== exit.done) return prepared;
  const script = join(project, 'src', 'images', 'kit', 'build.sh');
  for (const name of asked) {
    const code = await runAsRoot(script, [...(force ? ['--force'] : []), name], env);
    if (code !== exit.done) return code;
  }
  return exit.done;
}

// Without them, sudo would use the engine of root.
function engineVariables(): Record<string, string> {
  const host = process.env['DOCKER_HOST'];
  return host ? { DOCKER_HOST: host } : {};
}

/** `dkkb images save FILE`: one archive for a whole class. */
export async function saveImages(file: string): Promise<number> {
  const { api, client } = await openEngine();
  const missing = (await imageOrigins(api, names)).filter(({ origin }) => origin === 'missing');
  if (missing.length > 0) throw notHere(missing.map(({ image }) => image));
  await reporter.step({ ko: `${file} 파일로 저장하는 중`, en: `Saving to ${file}` }, () =>
    saveArchive(client, names, file),
  );
  const saved = {
    ko: `이미지 ${names.length}개를 ${file} 파일에 저장했습니다. 받은 사람이 입력할 명령:`,
    en: `Saved ${names.length} images to ${file}. Whoever gets it types:`,
  };
  print(`${mark.passed} ${say(saved)}`);
  printLine(`      ${typed(shellLine`dkkb images load ${file}`)}`);
  return exit.done;
}

function notHere(missing: readonly string[]): UsageError {
  const commands = missing.map((image) => `docker pull ${image}`).join(', ');
  return new UsageError({
    ko: `아직 없는 이미지가 있습니다: ${missing.join(', ')}. 먼저 받거나(${commands}) 만듭니다(dkkb images build).`,
    en: `Images are missing: ${missing.join(', ')}. Pull them (${commands}) or build them (dkkb images build) first.`,
  });
}

/** `dkkb images load FILE`: loads an archive into the engine; other images than the book's only after a yes. */
export async function loadImages(file: string, options: { yes?: boolean }): Promise<number> {
  const found = await reporter.step({ ko: `${file} 살펴보는 중`, en: `Looking into ${file}` }, () =>
    imagesIn(file),
  );
  const others = found.filter((image) => !names.some((name) => image === `${name}:latest`));
  if (others.length > 0) {
    reporter.note(foreign(others));
    if (!options.yes && !(await confirm(question))) {
      print(`${mark.failed} ${say(nothingLoaded)}`);
      return exit.failed;
    }
  }
  const loaded = await reporter.step({ ko: `${file} 불러오는 중`, en: `Loading ${file}` }, () =>
    loadArchive(file, found),
  );
  loaded.forEach((image) => print(`${mark.passed} ${image}`));
  return exit.done;
}

const question: Text = { ko: '이것까지 모두 불러올까요?', en: 'Load all, these too?' };

const nothingLoaded: Text = {
  ko: '아무것도 불러오지 않았습니다. 믿을 수 있는 파일이면 --yes를 붙입니다.',
  en: 'Nothing was loaded. If you trust this file, add --yes.',
};

function foreign(others: readonly string[]): Text {
  const list = others.join(', ');
  return {
    ko: `책에 없는 이미지가 들어 있습니다: ${list}`,
    en: `The file has images that are not the book's: ${list}`,
  };
}
