import { studentVms, type PracticeVmProps } from '../src/class/config/practice-vm';

const key = (letter: string) => `ssh-ed25519 ${letter.repeat(68)}`;

const made = { hours: 8, disk: 30, ubuntu: '24.04' } as const;

/** A class of two whose stack is compared. */
export const classOfTwo: PracticeVmProps = {
  fleet: 'docker',
  region: 'ap-northeast-2',
  instanceType: 't3.medium',
  disk: 30,
  ubuntu: '24.04',
  hours: 8,
  allow: ['203.0.113.7/32'],
  ports: ['8080-8099'],
  spot: false,
  tags: { course: 'docker 101' },
  mirror: {},
  owner: 'teacher@laptop 0a0a0a0a0a0a.0b0b0b0b0b0b',
  ...studentVms(made, { kim: key('A'), 'lee-0f0f0f': key('B') }, key('C')),
  instructorKey: key('C'),
  keyFolder: '/home/teacher/keys',
  state: '/home/teacher/terraform.tfstate',
};
