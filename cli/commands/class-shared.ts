import { holdClass, openClass, type ClassSession } from '../../actions/class-session';
import { folderOf } from '../folder';
import { projectFolder } from '../project';
import { reporter } from '../terminal';

/** What every class command takes. */
export interface ClassOptions {
  readonly dir?: string;
  readonly config?: string;
  readonly output?: string;
}

/** The class that the configuration of the chosen folder describes. */
export function classOf(options: ClassOptions): Promise<ClassSession> {
  return openClass(folderOf(options), projectFolder(), options.config);
}

/** Holds the class while `work` changes it; says so when it has to wait. */
export function holdIt<T>(session: ClassSession, work: () => Promise<T>): Promise<T> {
  return holdClass(session, work, () =>
    reporter.note({
      ko: '다른 dkkb 명령이 이 반을 바꾸고 있어 기다립니다.',
      en: 'Waiting for another dkkb command that changes this class.',
    }),
  );
}

/** An amount of US dollars as it is shown. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 1 ? 3 : 2)}`;
}
