# shellcheck shell=bash
# The SSH server of the tests' other machines, `strace`, which shows what a command does here, and a
# proxy, as schools have one.

# command:package
readonly SSH_TOOLS=(sshd:openssh-server ssh:openssh-client strace:strace tinyproxy:tinyproxy-bin)

present() { [[ -z $(lacking "${SSH_TOOLS[@]%%:*}") ]]; }

build() { install_tools "${SSH_TOOLS[@]}"; }
