import { lookEverywhere } from '../../../class/aws/account';
import { configSchema, defaultRegion, isClassName } from '../../../class/config/config';
import { loadConfig, type ClassConfig } from '../../../class/config/load';
import { loadPlace } from '../../../class/config/place';
import { requireHere } from '../../../class/elsewhere';
import { remembered } from '../../../class/records/remembered';
import { holdClass, openClass, type ClassSession } from '../../../class/session';
import { fleetFolder } from '../../../core/machine/paths';
import type { Text } from '../../../core/text';
import type { Holder } from '../../../class/terraform/state';
import { folderOf } from '../../folder';
import { say } from '../../language';
import { projectFolder } from '../../project';
import { UsageError } from '../../usage-error';
import { reporter } from '../../views/terminal';
import type { ClassOptions } from './options';

/** The class that the options name, or that the configuration of the chosen folder describes; throws a UsageError where its roster is not known. */
export async function classOf(options: ClassOptions): Promise<ClassSession> {
  const config = await configOf(options);
  if (config === undefined) throw unknownClass(options.class ?? '');
  return openClass(config, projectFolder());
}

/** As `classOf`; of a class whose roster is not known, the students are those who have a VM, by their ids. */
export async function seenClassOf(options: ClassOptions): Promise<ClassSession> {
  const config = (await configOf(options)) ?? (await seenConfig(options.class ?? ''));
  return openClass(config, projectFolder());
}

/** The configuration; undefined where neither a file nor a record of this computer describes the named class. */
async function configOf(options: ClassOptions): Promise<ClassConfig | undefined> {
  const folder = folderOf(options);
  const file = options.config === undefined ? {} : { file: options.config };
  const name = options.class;
  if (name === undefined) return loadConfig(folder, file);
  if (!isClassName(name)) throw notClass(name);
  const here = loadPlace(folder, file);
  const isHere = here.hasFile && (here.class ?? name) === name;
  if (isHere) return loadConfig(folder, { ...file, environment: named(name) });
  return remembered(fleetFolder(name));
}

async function seenConfig(name: string): Promise<ClassConfig> {
  const { regions } = await lookEverywhere(process.env['AWS_REGION'] ?? defaultRegion);
  const vms = regions
    .flatMap(({ things }) => things)
    .filter(({ kind, fleet }) => kind === 'instance' && fleet === name);
  const [first] = vms;
  if (first === undefined) throw unknownClass(name);
  const ids = vms.flatMap(({ student }) => student ?? []);
  const students = [...new Set(ids)].sort().map((id) => ({ id, name: id }));
  const fields = configSchema.parse({ class: name, region: first.region });
  return { ...fields, students, readFrom: undefined };
}

function named(name: string) {
  return { ...process.env, DKKB_CLASS: name };
}

/** The error of a text that cannot be the name of a class. */
export function notClass(name: string): UsageError {
  return new UsageError({
    ko: `반의 이름으로 쓸 수 없습니다: \`${name}\`. 영어 소문자로 시작하고 소문자, 숫자, \`-\`로 된 30자까지의 이름입니다.`,
    en: `\`${name}\` cannot be the name of a class: it begins with a–z, has lower-case letters, digits and \`-\`, and at most 30 characters.`,
  });
}

function unknownClass(name: string): UsageError {
  return new UsageError({
    ko: `이 폴더에는 \`${name}\` 반의 설정 파일이 없고, 이 컴퓨터에는 그 반의 기록도 없습니다. 설정 파일을 --config로 지정하거나, 반을 만든 컴퓨터에서 내보내 가져옵니다. 어떤 반이 있는지는 \`dkkb class list\`에서 볼 수 있습니다.`,
    en: `This folder has no configuration of the class \`${name}\`, and this computer has no record of it. Name its configuration with --config, or carry the class over from the computer that made it; \`dkkb class list\` shows which classes there are.`,
  });
}

/** What is said while AWS is asked. */
export const looking: Text = { ko: 'AWS에 묻는 중', en: 'Asking AWS' };

/** Throws `class-elsewhere` where the class is in another region than the one where it is looked for. */
export function mustBeHere({ fleet, config }: ClassSession): Promise<void> {
  return reporter.step(looking, () => requireHere({ fleet, region: config.region }));
}

/** Locks the class while `work` changes it; says so when it has to wait, and for whom. */
export function holdIt<T>(session: ClassSession, work: () => Promise<T>): Promise<T> {
  return holdClass(session, work, (holder) => reporter.note(holder ? waitingFor(holder) : waiting));
}

/** What is said while another command has the class locked. */
export const waiting: Text = {
  ko: '다른 dkkb 명령이 이 반을 바꾸고 있어 기다립니다.',
  en: 'Waiting for another dkkb command that changes this class.',
};

function waitingFor({ who, operation, since }: Holder): Text {
  return {
    ko: `앞선 Terraform이 상태 파일을 놓기를 기다립니다: ${who}, ${operation}, ${since}부터`,
    en: `Waiting for an earlier Terraform to let go of the state: ${who}, ${operation}, since ${since}`,
  };
}

/** Hours as they are shown; `-` where they are unknown. */
export function hoursLeft(hours: number | undefined): string {
  if (hours === undefined || Number.isNaN(hours)) return '-';
  return say({ ko: `${hours.toFixed(1)}시간`, en: `${hours.toFixed(1)} h` });
}
