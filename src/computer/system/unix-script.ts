/** Programs whose places tell which engines and clusters are there. */
export const knownPrograms = [
  ...['docker', 'dockerd', 'podman', 'colima', 'orb', 'rdctl', 'nerdctl', 'snap'],
  ...['kubectl', 'minikube', 'kind', 'brew'],
];

/** Sockets, folders and applications that tell the same; `~` is the home folder. */
export const knownPaths = {
  daemonSocket: '/var/run/docker.sock',
  daemonHere: '/usr/bin/dockerd',
  snap: '/var/snap/docker',
  podman: '/run/podman/podman.sock',
  desktopApp: '/Applications/Docker.app',
  orbstackApp: '/Applications/OrbStack.app',
  rancherApp: '/Applications/Rancher Desktop.app',
  desktopLinux: '~/.docker/desktop',
  colima: '~/.colima',
  orbstack: '~/.orbstack',
  rancher: '~/.rd',
  rootless: '~/.config/systemd/user/docker.service',
  systemd: '/run/systemd/system',
  rosetta: '/Library/Apple/usr/share/rosetta/rosetta',
} as const;

const paths = Object.values(knownPaths)
  .map((path) => (path.startsWith('~') ? `"$HOME${path.slice(1)}"` : `"${path}"`))
  .join(' ');

/**
 * The script that tells the facts of a Unix machine, in parts that begin with `== NAME`. What a system lacks gives an
 * empty part. It starts few programs, and changes nothing.
 */
export const unixScript = `
part() { printf '\\n== %s\\n' "$1"; }
part uname; uname -srm
part bits; getconf LONG_BIT
part id; id
part release; head -c 4000 /etc/os-release
part memory; head -n 1 /proc/meminfo
part cpu; grep -m 1 -E '^(flags|Features)[[:space:]]*:' /proc/cpuinfo | head -c 8000
part kvm; [ -e /dev/kvm ] && echo yes
part group; grep -m 1 '^docker:' /etc/group | head -c 4000
part virt; systemd-detect-virt
part wsl; printf '%s' "$WSL_DISTRO_NAME"
part programs; for one in ${knownPrograms.join(' ')}; do command -v "$one"; done
part paths; for one in ${paths}; do [ -e "$one" ] && printf '%s\\n' "$one"; done
part home; printf '%s' "$HOME"
part socket; readlink /var/run/docker.sock
if [ -x /usr/bin/sw_vers ]; then
  part sw_vers; sw_vers
  part sysctl; for one in hw.memsize hw.optional.arm64 hw.cpu64bit_capable kern.hv_support kern.hv_vmm_present sysctl.proc_translated; do sysctl "$one"; done
  part features; sysctl -n machdep.cpu.features | head -c 4000
fi
exit 0
`;

/** The parts of an answer to that script by their names. */
export function partsIn(answer: string): ReadonlyMap<string, string> {
  const parts = answer.replaceAll('\r', '').split(/^== /m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end).trim(), part.slice(end + 1).trim()];
    }),
  );
}
