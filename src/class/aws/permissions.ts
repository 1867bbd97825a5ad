import { asked, ec2 } from './client';
import { boundToTag, dryRuns, type Action, type Wanted } from './dry-runs';

type Sdk = typeof import('@aws-sdk/client-ec2');
type AnyCommand = InstanceType<Sdk['DescribeVpcsCommand']>;

/** The actions that a class needs and that the caller may not take; makes nothing. */
export async function missingPermissions(region: string, wanted: Wanted): Promise<string[]> {
  const [sdk, client] = await Promise.all([import('@aws-sdk/client-ec2'), ec2(region)]);
  const inputs = Object.entries(dryRuns(wanted)) as [Action, object][];
  const refused = await asked(() =>
    Promise.all(
      inputs.map(async ([action, input]) => {
        const Command = sdk[`${action}Command`] as unknown as new (input: object) => AnyCommand;
        try {
          await client.send(new Command({ ...input, DryRun: true }));
          return [];
        } catch (error) {
          if (error instanceof sdk.EC2ServiceException) return refusedAction(error, action);
          throw error;
        }
      }),
    ),
  );
  return whatIsMissing([...new Set(refused.flat())].sort());
}

/** The missing actions. Where exactly those that need a tag are refused, none is missing: a policy with conditions refuses them on things that do not exist. */
export function whatIsMissing(refused: readonly string[]): string[] {
  const bound = [...boundToTag].map((action) => `ec2:${action}`);
  const isByCondition =
    bound.every((action) => refused.includes(action)) &&
    refused.every((action) => bound.includes(action));
  return isByCondition ? [] : [...refused];
}

/** The action, if the caller may not take it. `DryRunOperation` means that the caller may; another error, such as an unknown id, shows nothing. */
function refusedAction({ name, message }: Error, action: Action): string[] {
  if (!/UnauthorizedOperation|AccessDenied/.test(name)) return [];
  return [/perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? `ec2:${action}`];
}
