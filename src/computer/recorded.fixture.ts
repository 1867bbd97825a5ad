// Every text here is as documentation, release files and public reports of users show it. Only Debian 12 is one that was
// asked by these tests' authors.

/** The `os-release` files of distributions, from their packages, without the lines that nobody reads. */
export const releases = {
  ubuntu2204: `PRETTY_NAME="Ubuntu 22.04.5 LTS"
NAME="Ubuntu"
VERSION_ID="22.04"
ID=ubuntu
ID_LIKE=debian`,
  ubuntu2404: `PRETTY_NAME="Ubuntu 24.04.1 LTS"
NAME="Ubuntu"
VERSION_ID="24.04"
ID=ubuntu
ID_LIKE=debian`,
  ubuntu2604: `PRETTY_NAME="Ubuntu 26.04 LTS"
NAME="Ubuntu"
VERSION_ID="26.04"
ID=ubuntu
ID_LIKE=debian`,
  debian12: `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
ID=debian`,
  debian13: `PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
NAME="Debian GNU/Linux"
VERSION_ID="13"
ID=debian`,
  fedora: `NAME="Fedora Linux"
VERSION="42 (Workstation Edition)"
ID=fedora
VERSION_ID=42
PRETTY_NAME="Fedora Linux 42 (Workstation Edition)"`,
  alpine: `NAME="Alpine Linux"
ID=alpine
VERSION_ID=3.20.3
PRETTY_NAME="Alpine Linux v3.20"`,
  raspbian: `PRETTY_NAME="Raspbian GNU/Linux 12 (bookworm)"
NAME="Raspbian GNU/Linux"
VERSION_ID="12"
ID=raspbian
ID_LIKE=debian`,
} as const;

/** The first line of flags in `/proc/cpuinfo`, shortened: of an Intel laptop, an AMD desktop, VMs with and without nested virtualization, a Raspberry Pi 5. */
export const flags = {
  intel: 'flags\t\t: fpu vme de pse lm constant_tsc vmx est tm2 ssse3 sse4_1 aes avx',
  intelOff: 'flags\t\t: fpu vme de pse lm constant_tsc est tm2 ssse3 sse4_1 aes avx',
  amd: 'flags\t\t: fpu vme de pse lm cmp_legacy svm extapic cr8_legacy abm sse4a',
  vm: 'flags\t\t: fpu vme de pse lm constant_tsc hypervisor lahf_lm abm avx2',
  wsl: 'flags\t\t: fpu vme de pse lm constant_tsc vmx hypervisor lahf_lm abm avx2',
  old: 'flags\t\t: fpu vme de pse tsc msr pae mce cx8 sep mtrr pge mca cmov mmx fxsr sse',
  pi: 'Features\t: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid',
} as const;

/** `sw_vers`, with the numbers of Apple's releases. */
export function swVers(version: string, build: string, name = 'macOS'): string {
  return `ProductName:\t\t${name}\nProductVersion:\t\t${version}\nBuildVersion:\t\t${build}`;
}

/** `sysctl` of Macs, after public reports; on Intel the names of Apple's processors are unknown and print nothing. */
export const sysctls = {
  apple: `hw.memsize: 17179869184
hw.optional.arm64: 1
hw.cpu64bit_capable: 1
kern.hv_support: 1
kern.hv_vmm_present: 0
sysctl.proc_translated: 0`,
  rosetta: `hw.memsize: 8589934592
hw.optional.arm64: 1
hw.cpu64bit_capable: 1
kern.hv_support: 1
kern.hv_vmm_present: 0
sysctl.proc_translated: 1`,
  vm: `hw.memsize: 4294967296
hw.optional.arm64: 1
hw.cpu64bit_capable: 1
kern.hv_support: 0
kern.hv_vmm_present: 1
sysctl.proc_translated: 0`,
  intel: `hw.memsize: 17179869184
hw.cpu64bit_capable: 1
kern.hv_support: 1
kern.hv_vmm_present: 0`,
} as const;

/** `docker version --format '{{json .}}'`, shortened to what is read, after public reports. */
export function dockerVersion(
  server:
    | { readonly platform?: string; readonly components?: readonly string[]; readonly os?: string }
    | undefined,
  context = 'default',
): string {
  const Client = {
    Version: '28.3.2',
    ApiVersion: '1.51',
    Os: 'linux',
    Arch: 'amd64',
    Context: context,
  };
  if (!server) return JSON.stringify({ Client, Server: null });
  const { platform = 'Docker Engine - Community', components = [], os = 'linux' } = server;
  const Components = ['Engine', 'containerd', 'runc', ...components].map((Name) => ({
    Name,
    Version: '28.3.2',
  }));
  const Server = { Platform: { Name: platform }, Components, Version: '28.3.2', Os: os };
  return JSON.stringify({ Client, Server });
}

/** What the docker client says where no engine listens, and where the socket is closed to the user. */
export const refusals = {
  stopped:
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  denied:
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.51/version": dial unix /var/run/docker.sock: connect: permission denied',
} as const;

/** What `machineScript` gives on Windows, as its documentation describes the values; `more` changes some. */
export function windowsAnswer(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    edition: 'Microsoft Windows 11 Home',
    build: 22631,
    version: '23H2',
    memory: 17_012_805_632,
    hypervisor: false,
    model: '82XQ',
    firmware: true,
    bits: 64,
    processorBits: 64,
    architecture: 9,
    ...more,
  });
}
