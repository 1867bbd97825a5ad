import { terminal } from './ch03/terminal';
import { firstCommands } from './ch04/commands';
import { imagesLab } from './ch04/images';
import { lifecycle } from './ch04/lifecycle';
import { many } from './ch04/many';
import { mysql } from './ch04/mysql';
import { nginx } from './ch04/nginx';
import { port } from './ch04/port';
import { labsWithDatabase } from './ch05/with-database';
import { bindMount } from './ch06/bind-mount';
import { commit } from './ch06/commit';
import { copyIn } from './ch06/copy-in';
import { copyOut } from './ch06/copy-out';
import { dockerfile } from './ch06/dockerfile';
import { registry } from './ch06/registry';
import { volumeBackup } from './ch06/volume-backup';
import { volumeMount } from './ch06/volume-mount';
import { composeDownLab } from './ch07/compose-down';
import { composeFileLab } from './ch07/compose-file';
import { composeUpLab } from './ch07/compose-up';
import { composeInstall } from './ch07/install';
import { columnLabs } from './ch07/columns';
import type { DockerLab } from '../src/docker/lab';
import type { DockerProbe } from './lab';

/** The labs of the chapters that need a Docker Engine, in the order of the book. */
export const labs: readonly (DockerLab | DockerProbe)[] = [
  terminal,
  firstCommands,
  lifecycle,
  port,
  many,
  nginx,
  mysql,
  imagesLab,
  ...labsWithDatabase,
  copyIn,
  copyOut,
  bindMount,
  volumeMount,
  volumeBackup,
  commit,
  dockerfile,
  registry,
  composeInstall,
  composeFileLab,
  composeUpLab,
  composeDownLab,
  ...columnLabs,
];
