/** What the practice machine has and where it tells of itself, in a VM and in a container alike. */
export const practiceMachine = {
  /** The scripts that made it. */
  scripts: '/opt/dkkb/scripts',
  /** What the scripts are told, as lines NAME=VALUE. */
  settings: '/etc/dkkb/machine.env',
  /** One line a step and state: `docker begun`, `docker done`, `minikube failed 3`; the last line of a step counts. */
  steps: '/var/lib/dkkb/steps',
  /** There once all steps are done. */
  ready: '/var/lib/dkkb/ready',
  /** There in its place when steps failed; holds their names, one a line. */
  failed: '/var/lib/dkkb/failed',
  /** What the steps printed. */
  log: '/var/log/dkkb-practice-machine.log',
  /** Shows the deadline, or moves it: `sudo dkkb-deadline show | set SECONDS | extend SECONDS`. */
  deadlineCommand: '/usr/local/sbin/dkkb-deadline',
} as const;

/** What is installed on the practice machine, in this order. */
export const practiceSteps = ['docker', 'kubectl', 'minikube', 'nano'] as const;
