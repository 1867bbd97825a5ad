#!/usr/bin/env bash
# Sourced by require_debian_family of lib-apt.sh: what to do on systems that the scripts do not support.

# supported_system PRODUCT: unless apt can install here, ends with 3 and says what to do on this system.
supported_system() {
  case $(uname -s) in
    Darwin) other_system macOS "$(remedy "$1" macos)" ;;
    MINGW* | MSYS* | CYGWIN*) other_system Windows "$(remedy "$1" windows)" ;;
  esac
  case $(uname -r) in
    *-Microsoft) other_system 'WSL 1' "PowerShell: wsl --set-version ${WSL_DISTRO_NAME:-Ubuntu} 2" ;;
  esac
  [ -n "$(apt_family)" ] || other_system "$(linux_name)" "$(remedy "$1" "$(linux_package_tool)")"
  hook release
}

linux_name() {
  local name
  name=$(os_field PRETTY_NAME)
  printf '%s' "${name:-Linux}"
}

linux_package_tool() {
  case " $(os_field ID) $(os_field ID_LIKE) " in
    *' fedora '* | *' rhel '* | *' centos '*) echo dnf ;;
    *' arch '*) echo pacman ;;
    *' alpine '*) echo apk ;;
    *suse*) echo zypper ;;
  esac
}

# remedy PRODUCT SYSTEM: the commands that install the product on that system.
remedy() {
  case $1-$2 in
    Docker-macos) echo 'brew install --cask docker-desktop && open -a Docker' ;;
    Docker-windows) echo 'winget install Docker.DockerDesktop' ;;
    Docker-dnf) echo 'sudo dnf install moby-engine docker-compose && sudo systemctl enable --now docker' ;;
    Docker-pacman) echo 'sudo pacman -S docker docker-compose && sudo systemctl enable --now docker' ;;
    Docker-apk) echo 'sudo apk add docker docker-cli-compose && sudo rc-update add docker && sudo service docker start' ;;
    Docker-zypper) echo 'sudo zypper install docker docker-compose && sudo systemctl enable --now docker' ;;
    Docker-*) echo 'https://docs.docker.com/engine/install/' ;;
    Terraform-macos) echo 'brew install hashicorp/tap/terraform' ;;
    Terraform-windows) echo 'winget install Hashicorp.Terraform' ;;
    Terraform-pacman) echo 'sudo pacman -S terraform' ;;
    kubectl-macos) echo 'brew install kubernetes-cli' ;;
    kubectl-windows) echo 'winget install Kubernetes.kubectl' ;;
    kubectl-dnf) echo 'sudo dnf install kubernetes-client' ;;
    kubectl-pacman) echo 'sudo pacman -S kubectl' ;;
    Minikube-pacman) echo 'sudo pacman -S minikube' ;;
    kubectl-*) echo 'https://kubernetes.io/docs/tasks/tools/' ;;
    Minikube-macos) echo 'brew install minikube' ;;
    Minikube-windows) echo 'winget install Kubernetes.minikube' ;;
    Minikube-*) echo 'https://minikube.sigs.k8s.io/docs/start/' ;;
    nano-macos) echo 'brew install nano' ;;
    nano-windows) echo 'winget install GNU.Nano' ;;
    nano-dnf) echo 'sudo dnf install nano' ;;
    nano-pacman) echo 'sudo pacman -S nano' ;;
    nano-apk) echo 'sudo apk add nano' ;;
    nano-zypper) echo 'sudo zypper install nano' ;;
    nano-*) echo 'https://www.nano-editor.org/download.php' ;;
    *) echo 'https://developer.hashicorp.com/terraform/install' ;;
  esac
}

other_system() {
  machine_cannot "이 스크립트는 Debian과 Ubuntu에만 설치합니다. 이 컴퓨터의 시스템은 $1입니다. 다음과 같이 준비하세요: $2" \
    "This script installs on Debian and Ubuntu only, and this is $1. Do this instead: $2"
}
