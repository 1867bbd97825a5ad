import { holdClass, openClass, type ClassSession } from '../../../class/session';
import type { Text } from '../../../core/text';
import type { Holder } from '../../../class/terraform/state';
import { folderOf } from '../../folder';
import { say } from '../../language';
import { projectFolder } from '../../project';
import { reporter } from '../../views/terminal';

/** The options of every class command. */
export interface ClassOptions {
  readonly dir?: string;
  readonly config?: string;
  readonly output?: string;
}

/** The class that the configuration of the chosen folder describes. */
export function classOf(options: ClassOptions): Promise<ClassSession> {
  return openClass(folderOf(options), projectFolder(), options.config);
}

/** Locks the class while `work` changes it; says so when it has to wait, and for whom. */
export function holdIt<T>(session: ClassSession, work: () => Promise<T>): Promise<T> {
  return holdClass(session, work, (holder) => reporter.note(holder ? waitingFor(holder) : waiting));
}

const waiting: Text = {
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
