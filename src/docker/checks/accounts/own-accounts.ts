import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import type { DockerExercise, EngineState, Service } from '../../model/exercise';
import { namesOf } from '../../model/service';
import { ownAccounts } from '../../problems/database';
import type { Problem } from '../../../core/problem';
import { accountVariable, given, rootUser } from './given';
import { linksOf, type Link } from './links';

type Variables = Readonly<Record<string, string>>;

/** The exercise with the accounts that the reader has chosen in the place of the book's: names and passwords are free as long as database and application agree. */
export async function withOwnAccounts<L extends DockerExercise>(
  lab: L,
  engine: Pick<EngineSnapshot, 'containers'>,
): Promise<L> {
  const links = linksOf(lab);
  if (links.length === 0) return lab;
  const containers = await engine.containers();
  const { services } = namesOf(lab);
  const wanted = new Map<string, Variables>();
  for (const [application, service] of services)
    for (const database of Object.keys(service.depends_on ?? {})) {
      const own = links.filter((one) => one.application === application);
      const agreed = agreement(own, services.get(database)?.environment ?? {}, {
        asking: containers.get(application),
        giving: containers.get(database),
      });
      wanted.set(application, { ...service.environment, ...agreed.application });
      wanted.set(database, agreed.database);
    }
  return { ...lab, setup: fitted(lab.setup, wanted), solution: fitted(lab.solution, wanted) };
}

function fitted(state: EngineState, wanted: ReadonlyMap<string, Variables>): EngineState {
  if (!state.services) return state;
  const services = Object.entries(state.services).map(([name, service]): [string, Service] => {
    const environment = wanted.get(name);
    return [name, environment ? { ...service, environment } : service];
  });
  return { ...state, services: Object.fromEntries(services) };
}

interface Pair {
  readonly asking: ContainerFacts | undefined;
  readonly giving: ContainerFacts | undefined;
}

/** The values that both containers should have: the reader's where they agree or where only one has them, else the database's. */
function agreement(links: readonly Link[], book: Variables, { asking, giving }: Pair) {
  const own = (variable: string) => giving && given(giving, variable);
  const database = new Map(
    Object.entries(book).map(([variable, value]) => [variable, own(variable) || value]),
  );
  const application = new Map<string, string>();
  for (const { variable, source } of links) {
    const asked = asking && given(asking, variable);
    const value = agreedValue(source, { book: book[source] ?? '', own: own(source), asked });
    database.set(source, value);
    application.set(variable, value);
  }
  const nameOf = (source: string) => links.find((link) => link.source === source)?.variable ?? '';
  if (asking && given(asking, nameOf(accountVariable.user)) === rootUser) {
    application.set(nameOf(accountVariable.user), rootUser);
    application.set(nameOf(accountVariable.password), database.get(accountVariable.root) ?? '');
    for (const variable of [accountVariable.user, accountVariable.password]) {
      const value = own(variable);
      // Besides the root's, the database needs no account.
      if (value === undefined) database.delete(variable);
      else database.set(variable, isUsable(variable, value) ? value : (book[variable] ?? ''));
    }
  }
  return { database: Object.fromEntries(database), application: Object.fromEntries(application) };
}

function agreedValue(
  source: string,
  { book, own, asked }: { book: string; own: string | undefined; asked: string | undefined },
): string {
  if (!isUsable(source, own)) return isUsable(source, asked) ? asked : book;
  return asked === book ? book : own;
}

/** Whether a value can make an account: the images refuse to make the root user a second time. */
function isUsable(source: string, value: string | undefined): value is string {
  if (!value) return false;
  return !(source === accountVariable.user && value === rootUser);
}

/** A note that accounts of the reader's own are in the place of the book's, where the checks have accepted them. */
export async function ownAccountNotes(
  book: DockerExercise,
  lab: DockerExercise,
  engine: Pick<EngineSnapshot, 'containers'>,
): Promise<Problem[]> {
  if (lab === book) return [];
  const containers = await engine.containers();
  const wanted = namesOf(lab).services;
  const variables = [...namesOf(book).services].flatMap(([name, { environment = {} }]) => {
    const container = containers.get(name);
    if (!container) return [];
    const chosen = wanted.get(name)?.environment ?? {};
    return Object.entries(environment)
      .filter(([variable, value]) => (chosen[variable] ?? value) !== value)
      .filter(([variable]) => given(container, variable) === chosen[variable])
      .map(([variable]) => variable);
  });
  return variables.length === 0 ? [] : [ownAccounts({ variables: variables.join(', ') })];
}
