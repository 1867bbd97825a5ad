import { answers } from '../../src/docker/checks/http';
import { madeAsDescribed } from '../../src/docker/checks/container';
import { runs } from '../../src/docker/checks/dependency';
import { acceptsLogin } from '../../src/docker/checks/database';
import { hasVariables } from '../../src/docker/checks/environment';
import { onNetworks } from '../../src/docker/checks/network';
import type { DatabaseAccount } from './database';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import type { Text } from '../../src/core/text';
import type { Page } from '../../src/core/page';
import { containerTasks } from './container-task';
import { pageTasks } from './page-task';

/** What tells one exercise with a database and an application from another. */
export interface TwoTier {
  readonly id: string;
  readonly section: string;
  readonly title: Text;
  readonly hint: Text;
  readonly solution: EngineState;
  /** The service that holds the data. */
  readonly database: string;
  readonly account: DatabaseAccount;
  /** The service whose page is looked at. */
  readonly application: string;
  readonly page: Page;
}

/** A lab with a database and the application that uses it, on a network of their own. */
export function twoTierLab({
  database,
  account,
  application,
  page,
  solution,
  ...lab
}: TwoTier): DockerLab {
  const networks = Object.keys(solution.networks ?? {});
  return {
    ...lab,
    platform: 'docker',
    task: [
      ...networks.map(networkTask),
      ...containerTasks(solution),
      ...pageTasks(solution.services?.[application], page),
    ],
    setup: {},
    solution,
    checks: [
      madeAsDescribed(database),
      onNetworks(database),
      hasVariables(database),
      runs(database),
      acceptsLogin(database, account.user, 'MYSQL_PASSWORD'),
      madeAsDescribed(application),
      onNetworks(application),
      hasVariables(application),
      runs(application),
      answers(application, page),
    ],
  };
}

function networkTask(network: string): Text {
  return {
    ko: `\`${network}\` 네트워크를 만듭니다.`,
    en: `Create the network \`${network}\`.`,
  };
}
