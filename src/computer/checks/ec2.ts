import type { MachineCheck, MachineContext } from '../../core/check';
import { answerTime } from '../../core/answers/question';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import { factsQuestion, practiceQuestion, readFacts, readPractice } from '../ec2/facts';
import type { Ec2Facts, Practice } from '../ec2/facts';
import {
  ec2Elsewhere,
  ec2NotUbuntu,
  notOnEc2,
  practiceBusy,
  practiceFailed,
  practiceInterrupted,
} from '../problems/ec2';
import { ownEc2 } from '../ssh/known-machines';
import { isHere } from './ssh';

const limits = { timeout: answerTime, limit: 64 * 1_024 };
const subject = 'ec2';

/** The machine is a VM of EC2. */
export function isOnEc2(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: 'EC2의 VM', en: 'It is a VM of EC2' }),
    async run(context) {
      const { isEc2, type, vendor, name } = await factsOf(context);
      if (isEc2) {
        if (type) context.tell({ ko: type, en: type });
        return [];
      }
      const own = isHere(context) ? await ownEc2() : undefined;
      const found = [vendor, name].filter((word) => word !== '').join(', ');
      return [own ? ec2Elsewhere({ ...own }) : notOnEc2({ found })];
    },
  };
}

/** Its system is Ubuntu. */
export function isUbuntu(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: '우분투 시스템', en: 'Its system is Ubuntu' }),
    async run(context) {
      const { id, name } = await factsOf(context);
      if (id !== 'ubuntu') return [ec2NotUbuntu({ found: name || '-' })];
      context.tell({ ko: name, en: name });
      return [];
    },
  };
}

async function factsOf({ run, machine }: MachineContext): Promise<Ec2Facts> {
  if (machine.system === 'windows' || machine.system === 'macos') {
    const name = machine.system === 'windows' ? 'Windows' : 'macOS';
    return { isEc2: false, type: '', vendor: '', id: '', name };
  }
  return readFacts((await run('sh', ['-c', factsQuestion], limits)).stdout);
}

/** The practice machine of dkkb is ready on it; a VM that was made by hand has none, and passes. */
export function isPracticeReady(): MachineCheck {
  return {
    subject,
    title: () => ({ ko: '실습 컴퓨터의 설치 상태', en: 'The state of its practice machine' }),
    async run({ run, tell }) {
      const { stdout, stderr } = await run('sh', ['-c', practiceQuestion], limits);
      const practice = readPractice(stdout, stderr);
      tellOf(practice).forEach(tell);
      return problemsOf(practice);
    },
  };
}

/** What keeps a practice machine from being ready. */
export function problemsOf(practice: Practice): readonly Problem[] {
  if (practice.state === 'none' || practice.state === 'ready') return [];
  const { failed, log, steps } = practice.report;
  const step = steps.at(-1)?.split(' ')[0] ?? '-';
  if (practice.state === 'busy') return [practiceBusy({ step })];
  if (practice.state === 'interrupted') return [practiceInterrupted({ step })];
  return [practiceFailed({ steps: failed.join(', '), log: log.join(' | ') })];
}

/** What is worth knowing of a practice machine. */
export function tellOf(practice: Practice): readonly Text[] {
  if (practice.state === 'none')
    return [
      {
        ko: 'dkkb로 만든 VM이 아닙니다. 스스로 꺼지지 않으므로 다 쓰면 EC2 콘솔에서 종료합니다.',
        en: 'It was not made by dkkb, and does not end by itself: terminate it in the EC2 console when you are done.',
      },
    ];
  const { left } = practice.report;
  if (left === undefined) return [];
  const [hours, minutes] = [Math.floor(left / 3_600), Math.floor((left % 3_600) / 60)];
  return left <= 0
    ? [{ ko: '끝나는 시각이 지났습니다. 곧 꺼집니다.', en: 'Its time is over; it goes off soon.' }]
    : [
        {
          ko: `${hours}시간 ${minutes}분 뒤에 스스로 꺼지고 삭제됩니다.`,
          en: `It ends itself in ${hours} h ${minutes} min.`,
        },
      ];
}
