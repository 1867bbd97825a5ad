#!/usr/bin/env bash
# Sourced by install-docker.sh: finds the engine and starts it. Needs lib.sh.

# On a busy machine the CLI alone takes seconds; a slow engine must not count as missing.
readonly ANSWER_SECONDS=60
readonly START_SECONDS=60
readonly VANISHED_SECONDS=5
readonly DOCKERD_PID=/var/run/docker.pid
readonly DOCKERD_LOG=/var/log/dkkb-dockerd.log

# engine_answers: asks the engine, and stores its version in ENGINE.
# shellcheck disable=SC2034 # install-docker.sh prints it
engine_answers() { ENGINE=$(within "$ANSWER_SECONDS" docker version --format '{{.Server.Version}}' 2>/dev/null); }

# compose_answers: Compose as a plugin of the CLI, version 2 or newer; stores its version in COMPOSE.
compose_answers() {
  COMPOSE=$(within "$ANSWER_SECONDS" docker compose version --short 2>/dev/null) || return
  case ${COMPOSE#v} in [01].*) return 1 ;; [0-9]*) ;; *) return 1 ;; esac
}

is_docker_cli() { docker --version 2>/dev/null | grep -q '^Docker version'; }

# reader: the user who called sudo, empty for root itself.
reader() { [ "${SUDO_USER:-root}" = root ] || printf '%s' "$SUDO_USER"; }

# reader_may_use_engine: the reader does not need sudo for docker.
reader_may_use_engine() {
  local user
  user=$(reader)
  [ -z "$user" ] || ! getent group docker >/dev/null 2>&1 || id -nG "$user" | tr ' ' '\n' | grep -qx docker
}

all_is_there() { has docker && is_docker_cli && compose_answers && engine_answers && reader_may_use_engine; }

# start_engine: by systemd where it runs, else by the init script, else dockerd itself; waits until it answers.
start_engine() {
  step start "도커 엔진을 시작합니다." "Starting the Docker Engine."
  if [ -d /run/systemd/system ]; then
    logged systemctl enable --now docker || true
  elif [ ! -x /etc/init.d/docker ] || ! logged /etc/init.d/docker start; then
    start_dockerd
  fi
  engine_comes_up || engine_did_not_start
}

# start_dockerd: the last way, for a machine without systemd whose init script failed.
start_dockerd() {
  if [ -d /run/systemd/system ] || engine_runs; then return 0; fi
  note "dockerd를 직접 실행합니다. 로그: $DOCKERD_LOG" "Running dockerd itself; its log is $DOCKERD_LOG."
  hook will_write "$DOCKERD_LOG"
  setsid dockerd >"$DOCKERD_LOG" 2>&1 </dev/null &
}

# engine_comes_up: asks until it answers; ends early when there is no engine process for some seconds.
engine_comes_up() {
  local end=$((SECONDS + START_SECONDS)) seen=$SECONDS
  until engine_answers; do
    if engine_runs; then seen=$SECONDS; fi
    if [ "$SECONDS" -ge "$end" ] || [ $((SECONDS - seen)) -ge "$VANISHED_SECONDS" ]; then return 1; fi
    sleep 0.2
  done
}

engine_runs() { [ -r "$DOCKERD_PID" ] && kill -0 "$(cat "$DOCKERD_PID")" 2>/dev/null; }

engine_did_not_start() {
  if [ -d /run/systemd/system ]; then
    logged journalctl -u docker --no-pager -n "$LOG_TAIL" || true
  else
    cat /var/log/docker.log "$DOCKERD_LOG" 2>/dev/null | tail -n "$LOG_TAIL" >>"$LOG" || true
  fi
  case $(log_end "$LOG_TAIL") in
    *iptables*) note "방화벽 도구 문제로 보입니다. 'sudo update-alternatives --set iptables /usr/sbin/iptables-legacy'를 실행한 뒤 다시 시도하세요." \
      "It looks like the firewall tool. Run 'sudo update-alternatives --set iptables /usr/sbin/iptables-legacy' and try again." ;;
  esac
  machine_cannot "도커 엔진이 시작되지 않았습니다. 로그의 오류를 해결한 뒤 다시 실행하세요." \
    "The Docker Engine did not start. Mend what the log says and run this again."
}
