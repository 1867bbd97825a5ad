import type { Shell } from '../../src/core/shell/shells';

/** Programs that are the same on every system, once they are installed. */
const programs = [
  ...['docker', 'kubectl', 'minikube', 'kind', 'dkkb', 'npx', 'npm', 'node', 'terraform'],
  ...['ssh', 'ssh-keygen', 'ssh-add', 'scp', 'tar', 'aws', 'git', 'qemu-img', 'VBoxManage'],
];

/** What Windows has beside them, in each of its shells. */
const windows = [
  ...['wsl', 'winget', 'netstat', 'findstr', 'icacls', 'notepad', 'mkdir', 'cd', 'chcp', 'echo'],
  ...[
    'w32tm',
    'curl.exe',
    'tasklist',
    'taskkill',
    'netsh',
    'shutdown',
    'where.exe',
    'DockerCli.exe',
    'setx',
    'net',
    'winver',
    'systeminfo',
  ],
];

/** The first words of a line that each shell of Windows knows. */
export const knownWords: Readonly<Record<Exclude<Shell, 'bash'>, ReadonlySet<string>>> = {
  powershell: new Set([
    ...programs,
    ...windows,
    ...['Remove-Item', 'Move-Item', 'Copy-Item', 'Rename-Item', 'New-Item', 'Set-Location'],
    ...[
      'Select-Object',
      'Start-Sleep',
      'Get-Date',
      'Get-Process',
      'Stop-Process',
      'Get-ChildItem',
      'Get-Content',
    ],
    ...['Add-WindowsCapability', 'Enable-WindowsOptionalFeature', 'Stop-Process', 'Set-Content'],
    ...[
      'Get-Service',
      'Start-Service',
      'Set-Service',
      'Out-String',
      'Invoke-Expression',
      'Set-ExecutionPolicy',
    ],
  ]),
  cmd: new Set([
    ...programs,
    ...windows,
    ...[
      'set',
      'move',
      'copy',
      'ren',
      'del',
      'dir',
      'type',
      'timeout',
      'for',
      'if',
      'curl',
      'where',
    ],
    ...['powershell', 'sc'],
  ]),
  'git-bash': new Set([
    ...programs,
    ...windows,
    ...['unset', 'export', 'mv', 'cp', 'rm', 'ls', 'cat', 'grep', 'head', 'tail', 'sleep', 'date'],
    ...['curl', 'chmod', 'eval', 'powershell', 'read'],
  ]),
};

/** Words that only shells and systems of the POSIX family know, by which a line for them is recognized. */
export const posixWords: ReadonlySet<string> = new Set([
  ...['sudo', 'ls', 'cat', 'grep', 'curl', 'rm', 'cp', 'mv', 'chmod', 'chown', 'export', 'unset'],
  ...['head', 'tail', 'ps', 'touch', 'source', 'printf', 'which', 'nano', 'ss', 'systemctl'],
  ...['journalctl', 'apt-get', 'apt', 'dnf', 'apk', 'pacman', 'zypper', 'brew', 'eval', 'kill'],
]);
