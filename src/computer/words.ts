import type { Text } from '../core/text';
import type { ComputerFacts, Virtualization } from './facts';
import type { WindowsLook } from './system/ask-windows';

/** The name of a system with its version, which is the same in every language. */
export function systemName({ name, version, architecture }: ComputerFacts): string {
  return [name, version, architecture && `(${architecture})`].filter(Boolean).join(' ');
}

/** What a computer is, in a line. */
export function systemLine(facts: ComputerFacts): Text {
  const { name, version, build, bits, processorBits, architecture, system } = facts;
  const whole = [name, version].filter(Boolean).join(' ');
  const number = (label: string) =>
    build ? ` (${system === 'windows' ? label : ''}${build})` : '';
  const ko = [
    whole + number('빌드 '),
    ...(bits ? [`${bits}비트`] : []),
    ...(processorBits && processorBits !== bits ? [`프로세서는 ${processorBits}비트`] : []),
    ...(architecture ? [architecture] : []),
  ];
  const en = [
    whole + number('build '),
    ...(bits ? [`${bits}-bit`] : []),
    ...(processorBits && processorBits !== bits ? [`the processor ${processorBits}-bit`] : []),
    ...(architecture ? [architecture] : []),
  ];
  return { ko: ko.join(', '), en: en.join(', ') };
}

const virtualizations: Readonly<Record<Virtualization, Text>> = {
  on: { ko: '켜짐', en: 'on' },
  off: { ko: '꺼짐', en: 'off' },
  none: { ko: '쓸 수 없음', en: 'cannot be used' },
  unknown: { ko: '알 수 없음', en: 'not known' },
};

/** Memory and virtualization, in a line. */
export function machineLine({ memory, virtualization }: ComputerFacts): Text {
  const { ko, en } = virtualizations[virtualization];
  const amount = memory === undefined ? undefined : `${memory.toFixed(1)} GiB`;
  return {
    ko: `메모리: ${amount ?? '알 수 없음'}, 가상화: ${ko}`,
    en: `Memory: ${amount ?? 'not known'}, virtualization: ${en}`,
  };
}

/** In what the system runs; nothing where it runs on the computer itself, or does not tell. */
export function insideLines({ inside, translated }: ComputerFacts, distribution = ''): Text[] {
  const name = distribution ? ` (${distribution})` : '';
  const place: Readonly<Record<string, Text>> = {
    wsl1: { ko: `Windows의 WSL 1 안${name}`, en: `Inside WSL 1 of Windows${name}` },
    wsl2: { ko: `Windows의 WSL 2 안${name}`, en: `Inside WSL 2 of Windows${name}` },
    docker: { ko: '도커 컨테이너 안', en: 'Inside a Docker container' },
    vm: { ko: '가상 머신 안', en: 'Inside a virtual machine' },
  };
  const other = inside && {
    ko: `가상 머신이나 컨테이너 안 (${inside})`,
    en: `Inside a virtual machine or container (${inside})`,
  };
  const told = inside ? (place[inside] ?? other) : undefined;
  return [
    ...(told ? [told] : []),
    ...(translated
      ? [
          {
            ko: '이 터미널은 Rosetta를 거쳐 실행됩니다.',
            en: 'This terminal runs through Rosetta.',
          },
        ]
      : []),
  ];
}

/** WSL and its distributions, in a line. */
export function wslLine({ wsl, distributions }: Pick<WindowsLook, 'wsl' | 'distributions'>): Text {
  if (wsl.is === 'missing') return { ko: 'WSL: 없음', en: 'WSL: none' };
  const version = wsl.is === 'there' ? ` ${wsl.version}` : '';
  const names = (word: string, chosen: string) =>
    distributions
      .map((one) => `${one.name} (${word} ${one.version}${one.isDefault ? `, ${chosen}` : ''})`)
      .join(', ');
  return {
    ko: `WSL${version}, 배포판: ${names('버전', '기본') || '없음'}`,
    en: `WSL${version}, distributions: ${names('version', 'the default') || 'none'}`,
  };
}
