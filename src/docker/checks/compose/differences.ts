import type { Problem } from '../../../core/problem';
import type { EngineState, Service } from '../../model/exercise';
import { declarationMissing, serviceMissing, settingWrong } from '../../problems/compose';
import { accountsDiffer, ownAccounts } from '../../problems/compose-accounts';
import { partnerOf, withOwnAccounts, type Lookup } from './accounts';
import { serviceCalled, type ComposeConfig } from './model';
import { settingsOf, type Setting } from './settings';

/** How a file, as Compose reads it, differs from the exercise; more than the exercise asks for is no difference, and accounts of the reader's own that fit together are a note. */
export function differences(file: string, config: ComposeConfig, wanted: EngineState): Problem[] {
  const { services = {} } = config;
  const asked = withOwnAccounts(wanted, lookupIn(config));
  const declared = (kind: 'networks' | 'volumes') => {
    const found = Object.entries(config[kind] ?? {}).flatMap(([key, value]) => [key, value?.name]);
    return Object.keys(wanted[kind] ?? {})
      .filter((name) => !found.includes(name))
      .map((name) => declarationMissing({ file, kind, name }));
  };
  return [
    ...Object.entries(asked.services ?? {}).flatMap(([name, service]) => {
      if (serviceCalled(name, services)) return serviceDifferences(name, service, config, asked);
      return [serviceMissing({ file, service: name, found: Object.keys(services).join(', ') })];
    }),
    ...declared('networks'),
    ...declared('volumes'),
    ...notedAccounts(file, wanted, asked, config),
  ];
}

/** The variables of a file as Compose reads it. */
export function lookupIn({ services }: ComposeConfig): Lookup {
  return ({ service, variable }) =>
    serviceCalled(service, services)?.[1].environment?.[variable] ?? undefined;
}

function serviceDifferences(
  service: string,
  wanted: Service,
  config: ComposeConfig,
  asked: EngineState,
): Problem[] {
  const [, found] = serviceCalled(service, config.services) ?? [];
  if (!found) return [];
  return settingsOf(wanted, found, config)
    .filter(({ fits }) => !fits)
    .map((setting) => settingProblem(service, setting, config, asked));
}

function settingProblem(
  service: string,
  { setting, variable, want, have }: Setting,
  config: ComposeConfig,
  asked: EngineState,
): Problem {
  const partner =
    variable === undefined ? undefined : partnerOf(asked, { service, variable }, lookupIn(config));
  if (variable === undefined || have === '' || partner?.value !== want)
    return settingWrong({ service, setting, wanted: want, found: have });
  const { service: other, variable: otherVariable } = partner;
  return accountsDiffer({ service, variable, found: have, other, otherVariable, wanted: want });
}

/** The note that accounts are not the book's, where they are the reader's own. */
function notedAccounts(
  file: string,
  book: EngineState,
  asked: EngineState,
  config: ComposeConfig,
): Problem[] {
  const lookup = lookupIn(config);
  const own = Object.entries(asked.services ?? {}).flatMap(([service, { environment = {} }]) => {
    const values = Object.values(book.services?.[service]?.environment ?? {});
    return Object.entries(environment)
      .filter(([variable, value]) => lookup({ service, variable }) === value)
      .filter(([, value]) => !values.includes(value))
      .map(([variable]) => variable);
  });
  return own.length === 0 ? [] : [ownAccounts({ file, variables: own.join(', ') })];
}
