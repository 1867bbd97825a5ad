# shellcheck shell=bash
# The SSH server of the tests' other machines, and `strace`, which shows what a command does here.

# command:package
readonly SSH_TOOLS=(sshd:openssh-server ssh:openssh-client strace:strace)

present() { [[ -z $(lacking "${SSH_TOOLS[@]%%:*}") ]]; }

build() { install_tools "${SSH_TOOLS[@]}"; }
