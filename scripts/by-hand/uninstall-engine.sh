#!/usr/bin/env bash
# Sourced by uninstall.sh: the engine that goes, and the user's data that do not go with it.

readonly STOP_SECONDS=30

# stop_engine: only where its package goes; an engine of somebody else's runs on.
stop_engine() {
  local running pid
  case " $(ours) " in *' docker.io '* | *' docker-ce '*) ;; *) return 0 ;; esac
  running=$(within "$ANSWER_SECONDS" docker ps --format '{{.Names}}' 2>/dev/null | tr '\n' ' ' || true)
  [ -z "$running" ] || note "실행 중인 컨테이너가 엔진과 함께 멈춥니다: $running" "These containers run, and stop with the engine: $running"
  step engine "도커 엔진을 끝냅니다." "Stopping the Docker Engine."
  if [ -d /run/systemd/system ]; then logged systemctl stop docker.socket docker.service || true; fi
  engine_runs || return 0
  pid=$(cat "$DOCKERD_PID")
  kill "$pid"
  within "$STOP_SECONDS" tail --pid="$pid" -f /dev/null || machine_cannot \
    "도커 엔진(프로세스 $pid)이 ${STOP_SECONDS}초 안에 끝나지 않아 아무것도 지우지 않았습니다. 끝낸 뒤 다시 실행하세요: sudo kill $pid" \
    "The Docker Engine (process $pid) did not end within ${STOP_SECONDS}s; nothing was removed. End it and run this again: sudo kill $pid"
}

# users_data FOLDER: one thing in it that no installation has put there.
users_data() {
  local program=dockerd
  case $1 in *containerd) program=containerd ;; esac
  if stays "$program"; then echo "$program"; return; fi
  case $1 in
    /run/*) ;;
    /var/lib/docker) {
      find "$1/containers" "$1/volumes" -mindepth 1 -maxdepth 1 -type d
      find "$1/image" -path '*/imagedb/content/sha256/*' -type f
      find "$1/containerd" -path '*/blobs/sha256/*' -type f
    } ;;
    /var/lib/containerd) find "$1" -path '*/blobs/sha256/*' -type f ;;
    /etc/docker) find "$1" -type f ! -name key.json ;;
    /etc/containerd) find "$1" -type f ! -name config.toml ;;
    *) find "$1" -type f ;;
  esac 2>/dev/null | sed -n 1p
}

# stays PROGRAM: it is on the machine and does not go with the packages.
stays() {
  local package
  has "$1" || return 1
  package=$(dpkg-query -S "$(readlink -f "$(command -v "$1")")" 2>/dev/null | cut -d: -f1 | sed -n 1p || true)
  case " $(ours) " in *" ${package:-none} "*) return 1 ;; esac
}
