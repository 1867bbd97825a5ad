#!/usr/bin/env bash
# Sourced by options.sh: recognises other products under the name of Docker. Needs lib.sh and lib-engine.sh.

# by_hand_engine: `docker` is the command of another product, which stays as it is.
by_hand_engine() {
  local context
  has docker || return 0
  is_docker_cli || refuse_stand_in
  ! engine_answers || return 0
  [ -z "${DOCKER_HOST:-}" ] || machine_cannot \
    "DOCKER_HOST가 가리키는 엔진($DOCKER_HOST)이 응답하지 않습니다. 그 엔진을 켜거나 'unset DOCKER_HOST'를 실행한 뒤 다시 실행하세요." \
    "DOCKER_HOST names an engine that does not answer ($DOCKER_HOST). Start that engine, or run 'unset DOCKER_HOST', then run this again."
  context=$(docker context inspect --format '{{.Name}}' 2>/dev/null || echo default)
  case $context:$(readlink -f "$(command -v docker)") in
    *:*/Docker.app/*) other_engine 'Docker Desktop' 'open -a Docker' ;;
    *:*/Docker/Docker/* | *:/mnt/wsl/*) other_engine 'Docker Desktop' 'Windows: Docker Desktop' ;;
    desktop-linux:*) other_engine 'Docker Desktop' 'systemctl --user start docker-desktop' ;;
    *:/snap/* | *:/usr/bin/snap) other_engine 'Docker (snap)' 'sudo snap start docker' ;;
    default:*) ;;
    *) machine_cannot \
      "docker 명령이 쓰는 컨텍스트($context)의 엔진이 응답하지 않습니다. 그 엔진을 켜거나 'docker context use default'를 실행한 뒤 다시 실행하세요." \
      "The engine of the docker context in use ($context) does not answer. Start it, or run 'docker context use default', then run this again." ;;
  esac
}

refuse_stand_in() {
  local path tool=dnf
  path=$(command -v docker)
  ! has apt-get || tool=apt-get
  machine_cannot \
    "'docker' 명령($path)은 Docker가 아니라 다른 프로그램(Podman 등)입니다. 'sudo $tool remove podman-docker'로 제거한 뒤 다시 실행하세요." \
    "The command 'docker' ($path) is not Docker but another program, such as Podman's stand-in. Remove it with 'sudo $tool remove podman-docker' and run this again."
}

other_engine() {
  machine_cannot "이 컴퓨터의 Docker는 $1입니다. 지금 응답하지 않으니 켠 뒤 다시 실행하세요: $2" \
    "Docker on this machine is $1, and it does not answer. Start it and run this again: $2"
}
