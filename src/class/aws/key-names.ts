import { asked, ec2 } from './client';

/** How many values AWS takes in one filter. */
const atOnce = 200;

/** Those of these names of key pairs that a region has already, whoever made them. */
export async function takenKeyNames(region: string, names: readonly string[]): Promise<string[]> {
  const { DescribeKeyPairsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const parts = Array.from({ length: Math.ceil(names.length / atOnce) }, (_, at) =>
    names.slice(at * atOnce, (at + 1) * atOnce),
  );
  const found = await asked(() =>
    Promise.all(
      parts.map(async (Values) => {
        const Filters = [{ Name: 'key-name', Values }];
        const { KeyPairs = [] } = await client.send(new DescribeKeyPairsCommand({ Filters }));
        return KeyPairs.flatMap(({ KeyName }) => KeyName ?? []);
      }),
    ),
  );
  return found.flat().sort();
}
