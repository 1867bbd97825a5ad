import type { Text } from '../../core/text';
import { knownHostsLines } from '../../core/ssh/host-keys';
import { visible } from '../../core/answers/visible';
import { localMinute } from '../../core/local-minute';

/** Whose card it is, and how that student's machine is reached. */
export interface CardStudent {
  readonly name: string;
  readonly user: string;
  readonly host: string;
  /** @default 22 */
  readonly port?: number;
  /** The keys of the machine's SSH server, as `TYPE BASE64`, where they are known. */
  readonly hostKeys?: readonly string[];
  /** When the machine powers itself off, as an ISO time. */
  readonly until?: string;
}

/** The name of the archive and of the folder in it, by student. */
export type ArchiveNames = ReadonlyMap<CardStudent, string>;

/** The folder's files; the card names them. */
export const archiveFiles = {
  key: 'key',
  config: 'ssh_config',
  card: 'card.html',
  /** Only where the keys are known. */
  knownHosts: 'known_hosts',
} as const;

/** The machine's name in the SSH configuration of the archive. */
const machineAlias = 'practice';

const words = {
  title: { ko: '도커 & 쿠버네티스 실습 컴퓨터', en: 'Docker & Kubernetes practice machine' },
  address: { ko: '주소', en: 'Address' },
  ssh: { ko: '접속 명령', en: 'SSH command' },
  until: { ko: '사용 기한', en: 'Until' },
  off: {
    ko: '컴퓨터를 끄면(poweroff) 안에 있는 것까지 모두 삭제됩니다. 쉴 때는 접속만 끊습니다.',
    en: 'Switching the machine off removes it with all that is in it. For a break, just log out.',
  },
  begin: { ko: '시작하기', en: 'How to begin' },
  unpack: {
    ko: '받은 파일을 풀고 그 폴더로 들어갑니다.',
    en: 'Unpack the file that you were given, and go into its folder.',
  },
  connect: { ko: '실습 컴퓨터에 접속합니다.', en: 'Connect to the practice machine.' },
  first: { ko: '도커가 응답하는지 봅니다.', en: 'See that Docker answers.' },
  pages: {
    ko: '웹 페이지를 보려면 포트를 이어서 접속한 뒤, 이 컴퓨터의 브라우저에서 http://localhost:8080 주소를 엽니다.',
    en: 'To see a web page, connect with its port forwarded, then open http://localhost:8080 in the browser of your own computer.',
  },
} as const satisfies Record<string, Text>;

const css = `
@page { size: A4; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #111; font: 9pt/1.4 NanumGothic, 'Nanum Gothic', 'Noto Sans CJK KR',
  'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif; word-break: keep-all; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 0; }
article { break-inside: avoid; min-height: 136mm; padding: 6mm; border: 0.3mm dashed #999; }
h1 { margin: 0; font-size: 14pt; line-height: 1.2; overflow-wrap: anywhere; }
header p, dt, h2 { margin: 0; font-size: 8.5pt; font-weight: bold; color: #444; }
dl { margin: 4mm 0; }
dd { margin: 0 0 2mm; }
ol { margin: 1mm 0 0; padding-left: 5mm; }
li { margin-bottom: 2mm; }
code { display: block; padding: 1mm 2mm; background: #f0f0f0; font: 7.5pt/1.5 NanumGothicCoding, 'DejaVu Sans Mono', Consolas, Menlo, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** The cards of a class as one page to print, four on a sheet. */
export function cardsPage(
  students: readonly CardStudent[],
  names: ArchiveNames,
  language: keyof Text,
): string {
  const cards = students.map((student) => card(student, names.get(student) ?? '', language));
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${words.title[language]}</title><style>${css}</style></head>
<body><main>
${cards.join('\n')}
</main></body>
</html>
`;
}

function card(student: CardStudent, folder: string, language: keyof Text): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const archive = `${folder}.tar.gz`;
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [say('unpack'), [`tar -xf ${quoted(archive)}`, `cd ${quoted(folder)}`]],
    [say('connect'), [`ssh -F ${archiveFiles.config} ${machineAlias}`]],
    [say('first'), ['docker version']],
    [say('pages'), [`ssh -F ${archiveFiles.config} -L 8080:localhost:8080 ${machineAlias}`]],
  ];
  return `<article>
<header><p>${say('title')}</p><h1>${escape(visible(student.name))}</h1></header>
<dl>
<dt>${say('address')}</dt><dd>${escape(visible(student.host))}</dd>
<dt>${say('ssh')}</dt><dd>${code(sshCommand(student))}</dd>
${untilOf(student, say('until'))}
</dl>
<p>${say('off')}</p>
<h2>${say('begin')}</h2>
<ol>
${steps.map(([text, lines]) => `<li>${text}${code(lines.join('\n'))}</li>`).join('\n')}
</ol>
</article>`;
}

function untilOf({ until }: CardStudent, title: string): string {
  if (until === undefined) return '';
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `<dt>${title}</dt><dd>${escape(localMinute(until))} (${escape(timeZone)})</dd>`;
}

/** What a student types in the unpacked folder without its SSH configuration. */
export function sshCommand({ user, host, port = 22 }: CardStudent): string {
  return `ssh -i ${archiveFiles.key} ${port === 22 ? '' : `-p ${port} `}${user}@${host}`;
}

/** The SSH configuration of the archive; its files are found from the unpacked folder. */
export function sshConfig({ user, host, port = 22, hostKeys = [] }: CardStudent): string {
  return `Host ${machineAlias}
  HostName ${host}
  Port ${port}
  User ${user}
  IdentityFile ${archiveFiles.key}
  IdentitiesOnly yes
  UserKnownHostsFile ${archiveFiles.knownHosts}
  StrictHostKeyChecking ${hostKeys.length > 0 ? 'yes' : 'accept-new'}
`;
}

/** The known hosts of the archive: the machine's keys by its address. */
export function knownHostsOf({ host, port = 22, hostKeys = [] }: CardStudent): string {
  return knownHostsLines(port === 22 ? host : `[${host}]:${port}`, hostKeys);
}

/** A name without the dots and dashes at its ends. */
function withoutEdges(name: string): string {
  const isEdge = (sign: string | undefined) => sign === '.' || sign === '-';
  let [start, end] = [0, name.length];
  while (isEdge(name[start])) start += 1;
  while (end > start && isEdge(name[end - 1])) end -= 1;
  return name.slice(start, end);
}

/** The names of the archives: each is different, and needs no quotes in a shell. */
export function archiveNames(students: readonly CardStudent[]): ArchiveNames {
  const taken = new Set<string>();
  const names = new Map<CardStudent, string>();
  for (const student of students) {
    const plain = student.name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
    const base = withoutEdges(plain).slice(0, 60) || 'student';
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}-${count}`;
    taken.add(name.toLowerCase());
    names.set(student, name);
  }
  return names;
}

const quoted = (word: string): string => (/^[\w.-]+$/.test(word) ? word : `"${word}"`);
const code = (line: string): string => `<code>${escape(line)}</code>`;

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
