import type { EC2ServiceException, GetConsoleOutputCommandInput } from '@aws-sdk/client-ec2';

import { asked, ec2 } from './client';
import { Failure } from '../../core/failure';
import { awsUnreachable } from '../problems/aws';

/** What the console of an instance has shown; empty where EC2 has nothing of it yet. Takes at most so many seconds. */
export async function consoleOf(
  region: string,
  instance: string,
  seconds: number,
): Promise<string> {
  const [{ GetConsoleOutputCommand }, client] = await Promise.all([
    import('@aws-sdk/client-ec2'),
    ec2(region),
  ]);
  const abortSignal = AbortSignal.timeout(seconds * 1_000);
  const send = (input: GetConsoleOutputCommandInput) =>
    client.send(new GetConsoleOutputCommand(input), { abortSignal });
  try {
    const { Output = '' } = await asked(() =>
      // Older types of instances keep only what they showed when they started.
      send({ InstanceId: instance, Latest: true }).catch((error: unknown) => {
        if (!/Unsupported/.test((error as EC2ServiceException).name)) throw error;
        return send({ InstanceId: instance });
      }),
    );
    return Buffer.from(Output, 'base64').toString();
  } catch (error) {
    if (!abortSignal.aborted) throw error;
    throw new Failure(awsUnreachable({ said: `no answer within ${seconds} s` }));
  }
}
