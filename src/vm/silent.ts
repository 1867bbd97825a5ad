import { Failure } from '../core/failure';
import { lookAtVm } from './look';
import { vmMissing, vmNotAnswering, vmStopped } from './problems/state';

/** Why the practice VM cannot be reached by SSH: it is off, or on its way; any other error stays. */
export async function whyVmIsSilent(error: unknown): Promise<unknown> {
  if (!(error instanceof Failure) || error.code !== 'ssh-unreachable') return error;
  const { state } = await lookAtVm();
  if (state === 'stopped') return new Failure(vmStopped({}));
  if (state === 'missing') return new Failure(vmMissing({}));
  if (state === 'foreign') return error;
  return new Failure(vmNotAnswering({ said: error.values['said'] ?? '-' }));
}
