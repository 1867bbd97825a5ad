import { composeFile } from './compose-file';
import { composeCommands } from './compose';
import { dockerContainer } from './docker-container';
import { dockerImage } from './docker-image';
import { dockerInside } from './docker-inside';
import { dockerOther } from './docker-other';
import { dockerNetwork, dockerVolume } from './docker-volume-network';
import { dockerfileInstructions } from './dockerfile';
import type { CommandGroup } from './entry';
import { kubectlCommands } from './kubectl';
import { kubectlMore } from './kubectl-more';
import { manifestNames } from './manifest';
import { shellCommands } from './shell';

/** The book's command reference (appendix 7 and 8), group by group. */
export const commandGroups: readonly CommandGroup[] = [
  dockerContainer,
  dockerInside,
  dockerImage,
  dockerVolume,
  dockerNetwork,
  dockerOther,
  dockerfileInstructions,
  composeCommands,
  composeFile,
  kubectlCommands,
  kubectlMore,
  manifestNames,
  shellCommands,
];
