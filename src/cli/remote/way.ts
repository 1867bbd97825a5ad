import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import type { NamedMachine } from '../../platforms/there';
import { onlyHostOf } from '../../core/ssh/host-keys';
import type { MachineAccess } from '../../core/ssh/machine-access';
import { parseSshTarget, type SshOptions, type SshTarget } from '../../core/ssh/ssh-target';
import { projectFolder } from '../project';
import { UsageError } from '../usage-error';
import { namedMachines } from './names';

/** How a machine is reached: its login, its keys, and what its ports are from here. */
export type Way = Pick<NamedMachine, 'target' | 'options' | 'reach' | 'whySilent'>;
type Keys = { readonly [key in 'identity' | 'knownHosts']: string | undefined };

/** The way to the machine that `--on` names; throws a UsageError for a name, a key or a file that there is not. */
export async function wayTo(on: string, { identity, knownHosts }: Keys): Promise<Way> {
  if (on === 'vm' || on === 'practice-host') {
    const option =
      (identity !== undefined && '--identity') || (knownHosts !== undefined && '--known-hosts');
    if (option) throw ownKeys(on, option);
    return on === 'vm' ? wayToVm() : wayToPracticeHost();
  }
  const target = parseSshTarget(on);
  if (!target) throw noTarget(on);
  if (identity !== undefined && !existsSync(identity)) throw noIdentity(identity);
  const options = {
    ...(identity ? { identity } : {}),
    ...(knownHosts === undefined ? {} : knownBy(knownHosts)),
  };
  return { target, options, reach: (port) => endOf(target, port) };
}

async function wayToVm(): Promise<Way> {
  const [{ vmAccess }, { lookAtVm }, { vmRecords }, { whyVmIsSilent }] = await Promise.all([
    import('../../vm/access'),
    import('../../vm/look'),
    import('../../vm/place'),
    import('../../vm/silent'),
  ]);
  const access = await vmAccess();
  const { ports } = await lookAtVm();
  const reach = (port: number) => {
    const forwarded = ports.find(({ there }) => there === port);
    return forwarded && `127.0.0.1:${forwarded.here}`;
  };
  const { target, options } = withKeys(access);
  return {
    ...{ target, reach, options: { ...options, records: vmRecords() } },
    whySilent: whyVmIsSilent,
  };
}

async function wayToPracticeHost(): Promise<Way> {
  const [{ practiceHostAccess }, { DockerClient }] = await Promise.all([
    import('../../platforms/practice-host'),
    import('../../docker/engine/client'),
  ]);
  const access = await practiceHostAccess(projectFolder(), new DockerClient());
  return { ...withKeys(access), reach: (port) => endOf(access.target, port) };
}

function withKeys({
  target,
  identity,
  knownHosts,
}: MachineAccess): Pick<Way, 'target' | 'options'> {
  return { target, options: { identity, ...knownBy(knownHosts) } };
}

function endOf({ host }: SshTarget, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function noIdentity(file: string): UsageError {
  return new UsageError({
    ko: `개인 키 파일이 없습니다: ${basename(file)} (찾아본 폴더: ${dirname(resolve(file))})`,
    en: `There is no private key file ${basename(file)} in ${dirname(resolve(file))}`,
  });
}

/** The SSH options for a file that has only the keys of this machine. */
function knownBy(file: string): Pick<SshOptions, 'knownHosts' | 'host'> {
  const name = existsSync(file) ? onlyHostOf(readFileSync(file, 'utf8')) : undefined;
  if (name === undefined)
    throw new UsageError({
      ko: `한 컴퓨터의 호스트 키가 든 파일이 아닙니다: ${file}`,
      en: `This file does not have the host keys of one machine: ${file}`,
    });
  return { knownHosts: resolve(file), host: { name, isNew: false } };
}

function ownKeys(on: string, option: string): UsageError {
  return new UsageError({
    ko: `\`--on ${on}\`에는 키가 정해져 있습니다. ${option} 옵션은 빼고 다시 합니다.`,
    en: `\`--on ${on}\` has keys of its own. Leave out ${option}.`,
  });
}

function noTarget(on: string): UsageError {
  const names = namedMachines.join(', ');
  return new UsageError({
    ko: `--on에 쓴 \`${on}\` 값을 읽을 수 없습니다. ssh://사용자@주소:포트 모양이나 이 이름을 씁니다: ${names}. 예: ssh://ubuntu@203.0.113.7`,
    en: `--on \`${on}\` is not ssh://USER@HOST:PORT, such as ssh://ubuntu@203.0.113.7, and none of: ${names}`,
  });
}
