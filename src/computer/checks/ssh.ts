import type { MachineCheck, MachineContext } from '../../core/check';
import { answerTime } from '../../core/answers/question';
import type { Run } from '../../core/machine/process';
import type { Problem } from '../../core/problem';
import { currentMachine } from '../../core/system';
import { commandFailed } from '../../core/problems/program';
import { sshKeyMissing, sshKeyOfPutty, sshKeyOpen, sshNotTried } from '../problems/ssh';
import { privateKeys, sshFolder } from '../ssh/keys';
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

/** This computer has a private key that ssh uses; `others` are the files of keys in other places. */
export function hasPrivateKey(others: () => readonly string[] = () => []): MachineCheck {
  return {
    subject: 'key',
    title: () => ({
      ko: '나만 읽을 수 있는 개인 키 있음',
      en: 'There is a private key that only you can read',
    }),
    async run(context) {
      // Who is logged in by SSH has shown a key, wherever it is.
      if (!isHere(context)) return [];
      const named = [ownHost()?.identity, (await ownEc2())?.identity, ...others()];
      const files = named.filter((file) => file !== undefined);
      return keysJudged(context, await privateKeys(context.dir, files));
    },
  };
}

async function keysJudged(
  { tell }: MachineContext,
  keys: Awaited<ReturnType<typeof privateKeys>>,
): Promise<readonly Problem[]> {
  const usable = keys.filter(({ kind }) => kind === 'openssh');
  const judged = await Promise.all(
    usable.map(async ({ file }) => ({ file, who: await othersWhoRead(file, ask) })),
  );
  const safe = judged.filter(({ who }) => who === '').map(({ file }) => file);
  if (safe.length > 0) {
    const shown = safe.slice(0, 3).join(', ');
    tell({ ko: shown, en: shown });
    return [];
  }
  if (judged.length > 0) return judged.slice(0, 3).map((key) => sshKeyOpen(key));
  const [putty] = keys;
  return [putty ? sshKeyOfPutty({ file: putty.file }) : sshKeyMissing({ folder: sshFolder() })];
}

/** Another machine was reached by SSH; `next` says which one to try where none was named. */
export function sshConnects(
  next: () => Promise<Problem | undefined> = async () => undefined,
): MachineCheck {
  return {
    subject: 'connection',
    title: () => ({ ko: 'SSH로 다른 컴퓨터에 접속됨', en: 'SSH leads to another machine' }),
    async run(context) {
      if (isHere(context)) return [(await next()) ?? (await machineToTry())];
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

async function machineToTry(): Promise<Problem> {
  const known = (await ownEc2()) ?? ownHost();
  return sshNotTried(known ? { ...known, isKnown: true } : {});
}
