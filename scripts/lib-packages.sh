#!/usr/bin/env bash
# Sourced by install-docker.sh: engine and Compose as packages. Needs lib.sh, lib-apt.sh, lib-vendor.sh, lib-engine.sh.

readonly DOCKER_BASE=https://download.docker.com/linux
readonly DOCKER_KEY=9DC858229FC7DD38854AE2D88D81803C0EBFCD88
readonly COMPOSE_LENDER=trixie
readonly PLUGINS=/usr/local/lib/docker/cli-plugins

# engine_installed: its daemon is completely installed, by whatever means.
engine_installed() { has dockerd && ! half_installed docker.io && ! half_installed docker-ce; }

# install_engine: the vendor's packages, or the distribution's if the vendor's are not available.
install_engine() {
  step engine "도커 엔진을 설치합니다." "Installing the Docker Engine."
  if [ "${SOURCE:-}" != distro ] && keeps_no_package && vendor_is_possible; then
    apt_install docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin
    return
  fi
  distribution_is_allowed
  distribution_has_engine
  tell_package docker.io
  # shellcheck disable=SC2046 # one package a word
  apt_install docker.io iptables ca-certificates $(available docker-cli docker-buildx)
}

distribution_is_allowed() {
  [ "${SOURCE:-}" != vendor ] || machine_cannot \
    "--source vendor를 지정했으므로 배포판 패키지는 쓰지 않습니다. 위의 이유를 해결하거나 --source 없이 다시 실행하세요." \
    "With --source vendor the distribution's packages are not used. Mend the reason above, or run this again without --source."
}

distribution_has_engine() {
  [ -n "$(apt_candidate docker.io)" ] || machine_cannot \
    "설치할 수 있는 도커 패키지가 없습니다. 인터넷 연결과 /etc/apt의 패키지 목록(Ubuntu는 universe 포함)을 확인한 뒤 다시 실행하세요." \
    "No Docker package can be had. Check the network and the package sources in /etc/apt (on Ubuntu with universe), then run this again."
}

# keeps_no_package: no package of the distribution is installed that the vendor's would replace.
keeps_no_package() {
  local package
  for package in docker.io containerd runc; do
    [ -n "$(apt_installed "$package")" ] || half_installed "$package" || continue
    refuse "$package 배포판 패키지가 이미 설치되어 있어 그대로 둡니다." "the distribution's $package is installed, and stays."
    return
  done
}

vendor_is_possible() {
  [ -n "$(apt_candidate docker-ce)" ] ||
    add_vendor_repository docker "$DOCKER_BASE/$(apt_family)" stable "$DOCKER_KEY"
}

# install_compose: the first package with Compose 2, from this machine's sources or from Debian's next release.
install_compose() {
  local package
  step compose "Compose 플러그인을 설치합니다." "Installing the Compose plugin."
  for package in docker-compose-plugin docker-compose-v2 docker-compose; do
    [ "${SOURCE:-}:$package" != distro:docker-compose-plugin ] || continue
    case $(apt_candidate "$package") in '' | 1.*) continue ;; esac
    apt_install "$package"
    link_plugin
    return
  done
  borrow_compose
  link_plugin
}

link_plugin() {
  compose_answers && return
  note "$PLUGINS 폴더에 docker-compose 플러그인을 연결합니다." "Linking docker-compose as a plugin in $PLUGINS."
  hook will_write "$PLUGINS/docker-compose"
  mkdir -p "$PLUGINS"
  ln -sfn "$(command -v docker-compose)" "$PLUGINS/docker-compose"
}

# borrow_compose: one package file from the next Debian. The package list is kept in its own folder and only for this
# download, so apt can take nothing else from there, now or at the next upgrade.
borrow_compose() {
  local folder uri old
  uri=$(debian_archive)
  if [ "$(os_field ID)" != debian ] || [ -z "$uri" ]; then no_compose; fi
  note "이 배포판에 Compose 2가 없어 Debian $COMPOSE_LENDER 저장소에서 docker-compose 패키지 하나만 받습니다." \
    "This release has no Compose 2: taking the one package docker-compose from Debian $COMPOSE_LENDER."
  old=$(apt_installed docker-compose)
  [ -z "$old" ] || note "설치된 docker-compose $old 패키지가 새 버전으로 바뀝니다." "The installed docker-compose $old is replaced by the newer one."
  folder=$(mktemp -d)
  if ! borrow_into "$folder" "$uri"; then
    rm -rf "$folder"
    no_compose
  fi
  rm -rf "$folder"
}

borrow_into() {
  local folder=$1 uri=$2
  chmod 755 "$folder"
  mkdir -p "$folder/lists/partial"
  echo "deb $uri $COMPOSE_LENDER main" >"$folder/sources.list"
  lender_apt "$folder" update &&
    (cd "$folder" && lender_apt "$folder" download docker-compose) &&
    apt_install "$folder"/docker-compose_*.deb
}

lender_apt() {
  local folder=$1
  shift
  apt_get -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=- \
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder" -o APT::Sandbox::User=root "$@"
}

# debian_archive: the address of Debian in this machine's package sources.
debian_archive() {
  # shellcheck disable=SC2016 # apt fills the field in
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null | sed -n 1p
}

no_compose() {
  machine_cannot "Compose 2를 설치할 수 있는 저장소가 없습니다. 인터넷 연결을 확인하세요. Debian 12, Ubuntu 22.04(universe 포함)보다 오래된 시스템이라면 업그레이드한 뒤 다시 실행하세요." \
    "No package source offers Compose 2. Check the network; a system older than Debian 12 or Ubuntu 22.04 (with universe) has to be upgraded first."
}
