import stringWidth from 'string-width';
import { examine, type Finding } from '../../doctor/examine';
import type { Text } from '../../core/text';
import { say } from '../language';
import { printProblem, problemJson } from '../views/problem';
import { beside } from '../views/layout';
import {
  exit,
  mark,
  paint,
  print,
  printJson,
  printLine,
  reporter,
  screenWidth,
} from '../views/terminal';

/** `dkkb doctor`: shows what this machine has and lacks for the labs; exit code 3 when it lacks what all labs need. */
export async function doctor({
  output,
  context,
  namespace,
}: {
  output?: string;
  context?: string;
  namespace?: string;
}): Promise<number> {
  const named = {
    ...(context === undefined ? {} : { context }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const text = { ko: '컴퓨터를 살펴보는 중', en: 'Looking at this machine' };
  const findings = await reporter.step(text, () => examine(named));
  const isReady = findings.every(({ status }) => status !== 'problem');
  if (output === 'json') printJson({ ready: isReady, findings: findings.map(findingJson) });
  else printFindings(findings, isReady);
  return isReady ? exit.done : exit.cannot;
}

function findingJson({ topic, status, found, problems }: Finding) {
  return { topic, status, found: say(found), problems: problems.map(problemJson) };
}

const topics: Readonly<Record<Finding['topic'], Text>> = {
  engine: { ko: '도커 엔진', en: 'Docker Engine' },
  compose: { ko: 'Compose', en: 'Compose' },
  terraform: { ko: '테라폼', en: 'Terraform' },
  kubectl: { ko: 'kubectl', en: 'kubectl' },
  cluster: { ko: '쿠버네티스', en: 'Kubernetes' },
  disk: { ko: '디스크', en: 'Disk' },
  ports: { ko: '포트', en: 'Ports' },
  architecture: { ko: 'CPU 종류', en: 'Architecture' },
  clock: { ko: '시계', en: 'Clock' },
  mirror: { ko: '레지스트리 미러', en: 'Registry mirror' },
  images: { ko: '책의 이미지', en: "The book's images" },
  address: { ko: '인터넷 주소', en: 'Internet address' },
};

const marks: Readonly<Record<Finding['status'], string>> = {
  ok: mark.passed,
  problem: mark.failed,
  warning: mark.unknown,
  optional: mark.open,
  unknown: mark.unknown,
};

function printFindings(findings: readonly Finding[], isReady: boolean): void {
  const titles = findings.map(({ topic }) => say(topics[topic]));
  const width = Math.max(...titles.map((title) => stringWidth(title)));
  for (const { topic, status, found, problems } of findings) {
    const title = say(topics[topic]);
    const gap = ' '.repeat(width - stringWidth(title));
    const optional = status === 'optional' ? say({ ko: ' (선택)', en: ' (optional)' }) : '';
    const beginning = `${marks[status]} ${title}${gap}  `;
    printLine(beside(beginning, say(found) + paint.dim(optional), screenWidth()));
    problems.forEach((problem) => printProblem(problem));
  }
  print();
  print(
    isReady
      ? say({ ko: '실습할 준비가 되어 있습니다.', en: 'This machine is ready for the labs.' })
      : say({
          ko: '위의 ✗ 항목을 해결한 뒤 다시 확인합니다: dkkb doctor',
          en: 'Solve what is marked above, then look again: dkkb doctor',
        }).replace('✗', mark.failed),
  );
}
