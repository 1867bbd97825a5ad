# shellcheck shell=bash
# The SSH server that other machines of the tests are reached by, and `strace`, which tells what a command does here.

# command:package
readonly SSH_TOOLS=(sshd:openssh-server ssh:openssh-client strace:strace)

present() { [[ -z $(lacking "${SSH_TOOLS[@]%%:*}") ]]; }

build() { install_tools "${SSH_TOOLS[@]}"; }
