import type { MachineCheck, MachineContext } from '../../core/check';
import { answerTime } from '../../core/answers/question';
import type { Run } from '../../core/machine/process';
import type { Problem } from '../../core/problem';
import { currentMachine } from '../../core/system';
import { commandFailed } from '../../core/problems/program';
import { sshKeyMissing, sshKeyOfPutty, sshKeyOpen, sshNotTried } from '../problems/ssh';
import { sshFolder } from '../../core/ssh/key-file';
import { isUsable, keyFiles, type KeyFile } from '../ssh/keys';
import { ownEc2, ownHost } from '../ssh/known-machines';
import { othersWhoRead } from '../ssh/readers';

/** Whether a check asks this computer, and no other one by SSH. */
export function isHere({ machine }: Pick<MachineContext, 'machine'>): boolean {
  return machine === currentMachine();
}

/** Runs a program of this computer, whichever one the context asks; it is loaded when it is needed. */
const ask: Run = async (program, args, options) => {
  const { run } = await import('../../core/machine/process');
  return run(program, args, { timeout: answerTime, ...options });
};

/** The program ssh of this computer answers. */
export function sshAnswers(): MachineCheck {
  return {
    subject: 'ssh',
    title: () => ({ ko: '`ssh` 프로그램 사용 가능', en: 'The program `ssh` is there' }),
    async run({ tell }) {
      const { code, stderr, stdout } = await ask('ssh', ['-V']);
      const said = `${stderr}${stdout}`.trim().slice(0, 200);
      if (code !== 0) return [commandFailed({ command: 'ssh -V', said })];
      const [version] = /OpenSSH_[\w.]{1,40}/.exec(said) ?? [];
      if (version) tell({ ko: version, en: version });
      return [];
    },
  };
}

/** This computer has a private key of its user's that ssh uses; `others` are keys of theirs in other places. */
export function hasPrivateKey(
  others: () => Promise<readonly string[]> = async () => [],
): MachineCheck {
  return {
    subject: 'key',
    title: () => ({
      ko: '나만 읽을 수 있는 개인 키 있음',
      en: 'There is a private key that only you can read',
    }),
    async run(context) {
      // Who is logged in by SSH has shown a key, wherever it is.
      if (!isHere(context)) return [];
      return keysJudged(context, await keyFiles(context.dir, await others()));
    },
  };
}

async function keysJudged(
  { tell }: MachineContext,
  keys: readonly KeyFile[],
): Promise<readonly Problem[]> {
  const judged = await judgedKeys(keys);
  const safe = judged.filter(({ who }) => who === '');
  if (safe.length > 0) {
    const shown = safe.slice(0, 3);
    const list = (locked: string) =>
      shown.map(({ file, kind }) => file + (kind === 'locked' ? ` (${locked})` : '')).join(', ');
    tell({ ko: list('암호 있음'), en: list('with a passphrase') });
    return [];
  }
  if (judged.length > 0)
    return judged.slice(0, 3).map(({ file, who }) => sshKeyOpen({ file, who }));
  const putty = keys.find(({ kind }) => kind === 'putty');
  if (putty) return [sshKeyOfPutty({ file: putty.file })];
  const [publics, broken] = (['public', 'broken'] as const).map((wanted) =>
    keys.filter(({ kind }) => kind === wanted).slice(0, 3),
  );
  return [sshKeyMissing({ folder: sshFolder(), publics: named(publics), broken: named(broken) })];
}

const named = (keys: readonly KeyFile[] = []) => keys.map(({ file }) => file).join(', ');

/** The keys that ssh can read, each with who else may read it; those without a passphrase first. */
async function judgedKeys(keys: readonly KeyFile[]) {
  const usable = keys.filter(isUsable);
  const judged = await Promise.all(
    usable.map(async (key) => ({ ...key, who: await othersWhoRead(key.file, ask) })),
  );
  return [...judged].sort((one, other) => Number(isLocked(one)) - Number(isLocked(other)));
}

const isLocked = ({ kind }: KeyFile) => kind === 'locked';

/** Another machine was reached by SSH; `next` says which one to try where none was named. */
export function sshConnects(
  next: () => Promise<Problem | undefined> = async () => undefined,
): MachineCheck {
  return {
    subject: 'connection',
    title: () => ({ ko: 'SSH로 다른 컴퓨터에 접속됨', en: 'SSH leads to another machine' }),
    async run(context) {
      if (isHere(context)) return [(await next()) ?? (await machineToTry(context.dir))];
      const { stdout } = await context.run('id', ['-un']);
      const user = stdout.trim().slice(0, 64);
      context.tell({
        ko: `\`${user}\` 사용자로 접속했습니다.`,
        en: `Logged in as the user \`${user}\`.`,
      });
      return [];
    },
  };
}

async function machineToTry(dir: string): Promise<Problem> {
  const known = (await ownEc2()) ?? (await ownHost());
  if (known) return sshNotTried({ ...known, isKnown: true });
  const [key] = await judgedKeys(await keyFiles(dir));
  return sshNotTried(key ? { identity: key.file } : {});
}
