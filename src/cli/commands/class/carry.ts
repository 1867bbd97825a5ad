import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { callerIdentity } from '../../../class/aws/client';
import { exportClass, importClass, readCarried } from '../../../class/records/carry';
import { ownerOf } from '../../../class/records/owner';
import { carriedDamaged } from '../../../class/problems/carry';
import { Failure } from '../../../core/failure';
import { writePrivate } from '../../../core/machine/private-files';
import { shellLine } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import { say } from '../../language';
import { passphraseFor, type PassphraseOptions } from '../../passphrase';
import { UsageError } from '../../usage-error';
import { exit, mark, print, printJson } from '../../views/terminal';
import type { ClassOptions } from './options';
import { classOf } from './shared';

interface CarryOptions extends ClassOptions, PassphraseOptions {}

/** The largest exported file that is read, in bytes. */
const largest = 64 * 2 ** 20;

/** `dkkb class export FILE`: writes the keys and records of a class into one encrypted file, for another computer. */
export async function classExport(file: string, options: CarryOptions): Promise<number> {
  const path = resolve(file);
  if (existsSync(path)) throw inWay(path);
  const session = await classOf(options);
  const owner = await ownerOf(
    session,
    await callerIdentity(session.config.region, { anyClock: true }),
  );
  const content = await exportClass(session, owner.tag, await passphraseFor(true, options));
  await writePrivate(path, Buffer.from(content));
  if (options.output === 'json') printJson({ class: session.fleet, file: path });
  else {
    print(
      `${mark.passed} ${say({
        ko: `\`${session.fleet}\` 반의 키와 기록을 암호로 잠근 파일을 만들었습니다: ${path}`,
        en: `Wrote the keys and records of the class \`${session.fleet}\`, encrypted: ${path}`,
      })}`,
    );
    print(
      `  ${mark.arrow} ${say({
        ko: `다른 컴퓨터에서: ${typed(shellLine`dkkb class import ${file}`)}`,
        en: `on the other computer: ${typed(shellLine`dkkb class import ${file}`)}`,
      })}`,
    );
  }
  return exit.done;
}

/** `dkkb class import FILE`: puts an exported class into its folder on this computer; overwrites no other keys. */
export async function classImport(file: string, options: CarryOptions): Promise<number> {
  const path = resolve(file);
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined)
    throw new UsageError({ ko: `파일이 없습니다: ${path}`, en: `There is no file ${path}` });
  if (size > largest) throw new Failure(carriedDamaged({ file: path, said: `${size} bytes` }));
  const passphrase = await passphraseFor(false, options);
  const carried = await readCarried(path, await readFile(path), passphrase);
  const folder = await importClass(carried);
  if (options.output === 'json') printJson({ class: carried.fleet, folder });
  else {
    print(
      `${mark.passed} ${say({
        ko: `\`${carried.fleet}\` 반을 이 컴퓨터로 가져왔습니다: ${folder}`,
        en: `The class \`${carried.fleet}\` is on this computer now: ${folder}`,
      })}`,
    );
    print(
      `  ${mark.arrow} ${say({
        ko: `VM의 상태 보기: ${typed(shellLine`dkkb class status --class ${carried.fleet}`)}`,
        en: `see its VMs: ${typed(shellLine`dkkb class status --class ${carried.fleet}`)}`,
      })}`,
    );
  }
  return exit.done;
}

function inWay(path: string): UsageError {
  return new UsageError({
    ko: `이미 있는 파일은 덮어쓰지 않습니다. 다른 이름을 쓰세요: ${path}`,
    en: `This file is there already and is not overwritten; choose another name: ${path}`,
  });
}
