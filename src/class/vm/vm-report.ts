import { Failure } from '../../core/failure';
import { lastStep, type VmReport } from '../../core/practice-report';
import { vmInterrupted, vmLate, vmStepsFailed } from '../problems/vm';

/** Why a VM on which no installation runs any more is not ready. */
export function stopped({ failed, steps, log }: VmReport): Failure {
  const values = { log: log.join('\n') };
  return failed.length > 0
    ? new Failure(vmStepsFailed({ ...values, steps: failed.join(', ') }))
    : new Failure(vmInterrupted({ ...values, step: lastStep(steps) }));
}

/** Why a VM is not ready after so many minutes, while an installation still runs there. */
export function late({ steps, log }: VmReport, minutes: number): Failure {
  return new Failure(
    vmLate({
      minutes: String(minutes),
      step: lastStep(steps),
      log: log.join('\n'),
    }),
  );
}
