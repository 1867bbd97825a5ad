import type { KeyPairInfo } from '@aws-sdk/client-ec2';

import { nameOfStudents } from '../config/fleet';
import { asked, ec2 } from './client';
import { factsOf } from './tags';

/** How many values AWS takes in one filter. */
const atOnce = 200;

/** Those key pairs of these students whose names a region has already, and that are not tagged as the class's own. */
export async function takenKeyNames(
  region: string,
  fleet: string,
  students: readonly string[],
): Promise<string[]> {
  const { DescribeKeyPairsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const names = students.map((student) => nameOfStudents(fleet, student));
  const parts = Array.from({ length: Math.ceil(names.length / atOnce) }, (_, at) =>
    names.slice(at * atOnce, (at + 1) * atOnce),
  );
  const isOwn = (pair: KeyPairInfo) => {
    const { fleet: tagged, student = '' } = factsOf(pair);
    return tagged === fleet && pair.KeyName === nameOfStudents(fleet, student);
  };
  const found = await asked(() =>
    Promise.all(
      parts.map(async (Values) => {
        const Filters = [{ Name: 'key-name', Values }];
        const { KeyPairs = [] } = await client.send(new DescribeKeyPairsCommand({ Filters }));
        return KeyPairs.flatMap((pair) => (isOwn(pair) ? [] : (pair.KeyName ?? [])));
      }),
    ),
  );
  return found.flat().sort();
}
