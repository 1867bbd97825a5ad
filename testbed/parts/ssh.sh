# shellcheck shell=bash
# The SSH server that other machines of the tests are reached by.

# command:package
readonly SSH_TOOLS=(sshd:openssh-server ssh:openssh-client)

present() { [[ -z $(lacking "${SSH_TOOLS[@]%%:*}") ]]; }

build() { install_tools "${SSH_TOOLS[@]}"; }
