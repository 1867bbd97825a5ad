/** What the practice machine has and where it reports its state, in a VM and in a container alike. */
export const practiceMachine = {
  /** The scripts that made it. */
  scripts: '/opt/dkkb/scripts',
  /** The settings of the scripts, as lines NAME=VALUE. */
  settings: '/etc/dkkb/machine.env',
  /** One line a step and state: `docker begun`, `docker done`, `minikube failed 3`; the last line of a step counts. */
  steps: '/var/lib/dkkb/steps',
  /** This file is there once all steps are done. */
  ready: '/var/lib/dkkb/ready',
  /** This file is there instead when steps failed; it holds their names, one a line. */
  failed: '/var/lib/dkkb/failed',
  /** Beside it: the end of what each of them printed. */
  failedLog: '/var/lib/dkkb/failed.log',
  /** What the steps printed. */
  log: '/var/log/dkkb-practice-machine.log',
  /** Shows the deadline, or moves it: `sudo dkkb-deadline show | set SECONDS | extend SECONDS`. */
  deadlineCommand: '/usr/local/sbin/dkkb-deadline',
} as const;

/** The unit of systemd in which the steps run again on a practice VM. */
export const practiceUnit = 'dkkb-practice-machine';

/** What is done on a practice VM, in this order: where its packages come from, then what is installed. */
export const practiceSteps = ['mirror', 'lists', 'docker', 'kubectl', 'minikube', 'nano'] as const;

/** The practice machine as a container; paths are the project's. */
export const practiceHost = {
  stack: 'practice-host',
  container: 'dkkb-practice-host',
  user: 'student',
  sshPort: 2222,
  privateKey: '.tfstate/practice-host/id_ed25519',
  /** Where the host keys of the container are put for ssh. */
  knownHosts: '.tfstate/practice-host/known_hosts',
  /** The host keys inside the container. */
  hostKeys: '/etc/ssh/keys/*.pub',
  /** What was printed while the image was built. */
  buildLog: '.tfstate/practice-host/build.log',
  publicKey: '.tfstate/practice-host/id_ed25519.pub',
} as const;

/** The practice VM of this computer; its name as what holds a port can be none of a container or a process. */
export const practiceVm = { holder: 'dkkb vm' } as const;
