import type { Problem } from '../../../core/problem';
import type { EngineState, Service } from '../../model/exercise';
import { declarationMissing, serviceMissing, settingWrong } from '../../problems/compose/compose';
import { accountsDiffer, ownAccounts } from '../../problems/compose/accounts';
import { ownVariables } from '../accounts/agreement';
import { linksOf, partnerOf, type Link } from '../accounts/links';
import type { Lookup } from '../accounts/variable';
import { servicesOf, withOwnAccounts, withOwnVariables } from './accounts';
import { serviceCalled, type ComposeConfig } from './model';
import { settingsOf, type Setting } from './settings';

/** How a file, as Compose reads it, differs from the exercise; more than the exercise asks for is no difference, and accounts of the reader's own that fit together are a note. */
export function differences(file: string, config: ComposeConfig, wanted: EngineState): Problem[] {
  const { services = {} } = config;
  const lookup = lookupIn(config);
  const asked = servicesOf(withOwnAccounts(wanted, lookup));
  const book = servicesOf(withOwnVariables(wanted, lookup));
  const links = linksOf(book);
  const declared = (kind: 'networks' | 'volumes') => {
    const found = Object.entries(config[kind] ?? {}).flatMap(([key, value]) => [key, value?.name]);
    return Object.keys(wanted[kind] ?? {})
      .filter((name) => !found.includes(name))
      .map((name) => declarationMissing({ file, kind, name }));
  };
  const own = ownVariables(book, asked, lookup);
  return [
    ...[...asked].flatMap(([name, service]) => {
      if (serviceCalled(name, services)) return serviceDifferences(name, service, config, links);
      return [serviceMissing({ file, service: name, found: Object.keys(services).join(', ') })];
    }),
    ...declared('networks'),
    ...declared('volumes'),
    ...(own.length === 0 ? [] : [ownAccounts({ file, variables: own.join(', ') })]),
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
  links: readonly Link[],
): Problem[] {
  const [, found] = serviceCalled(service, config.services) ?? [];
  if (!found) return [];
  return settingsOf(wanted, found, config)
    .filter(({ fits }) => !fits)
    .map((setting) => settingProblem(service, setting, lookupIn(config), links));
}

function settingProblem(
  service: string,
  { setting, variable, want, have }: Setting,
  lookup: Lookup,
  links: readonly Link[],
): Problem {
  const told = { service, found: have, wanted: want };
  if (variable === undefined || have === '') return settingWrong({ ...told, setting });
  const partner = partnerOf(links, { service, variable, wanted: want }, lookup);
  if (!partner) return settingWrong({ ...told, setting });
  return accountsDiffer({
    ...told,
    variable,
    other: partner.service,
    otherVariable: partner.variable,
  });
}
