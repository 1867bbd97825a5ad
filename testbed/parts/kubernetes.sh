# shellcheck shell=bash
# Kubernetes: the control plane, kubelet, kube-proxy and kubectl built from the Go module, the pause
# image of its pods, and Debian's etcd, CNI plugins and conntrack.

readonly MODULE=k8s.io/kubernetes
readonly MODULE_SUM=h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=
# The SHA-256 of go.sum, which holds the checksums of all that is built.
readonly GO_SUM=bc55b754092c595803e78fbfb23ac0c516f32bd445fa18193cd2c06d8bb25d62
readonly COMPONENTS=(
  kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet kubectl
)

present() {
  local file
  [[ $EUID -eq 0 && -z $(lacking etcd conntrack containerd runc) && -x $CNI_PLUGINS/bridge ]] || return 1
  for file in "${COMPONENTS[@]}" pause.tar; do [[ -s $KUBERNETES/$file ]] || return 1; done
}

build() {
  install_debian
  [[ -z $(lacking go) ]] || die "go is missing; $MODULE is built with Go 1.24 or newer"
  mkdir -p "$WORK/out"
  describe_module
  (build_components)
  build_pause_image
  rm -rf "$KUBERNETES"
  mkdir -p "$(dirname "$KUBERNETES")"
  mv "$WORK/out" "$KUBERNETES"
}

install_debian() {
  # Nothing is started on the machine: the tests' clusters are their own.
  export RUNLEVEL=1
  install_tools etcd:etcd-server conntrack:conntrack containerd:containerd runc:runc
  [[ -x $CNI_PLUGINS/bridge ]] || add_packages containernetworking-plugins
}

# A module of our own: the one of Kubernetes leaves its parts to folders that a module cannot hold.
describe_module() {
  local module staging=v0.${KUBERNETES_VERSION#v1.}
  module=$(cd "$WORK" && GOFLAGS=-mod=mod go mod download -json "$MODULE@$KUBERNETES_VERSION")
  grep -qF "\"Sum\": \"$MODULE_SUM\"" <<<"$module" ||
    die "$MODULE $KUBERNETES_VERSION has another checksum than $MODULE_SUM"
  module=$(sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' <<<"$module")
  install -m 644 "$module/go.sum" "$WORK/go.sum"
  {
    printf 'module dkkb.invalid/kubernetes\n\n'
    grep -E '^(go|godebug) ' "$module/go.mod"
    printf 'require %s %s\n' "$MODULE" "$KUBERNETES_VERSION"
    sed -n "s|^\t\(k8s.io/[a-z-]*\) => ./staging/.*|replace \1 => \1 $staging|p" "$module/go.mod"
  } >"$WORK/go.mod"
}

build_components() {
  local version=k8s.io/component-base/version minor=${KUBERNETES_VERSION#v1.} packages
  packages=("${COMPONENTS[@]/#/$MODULE/cmd/}")
  cd "$WORK" || return
  export CGO_ENABLED=0 GOFLAGS=-mod=mod
  go list -deps "${packages[@]}" >/dev/null
  [[ $(sha256sum <go.sum) == "$GO_SUM "* ]] ||
    die "what $MODULE is built from has other checksums: $(sha256sum <go.sum)"
  go build -trimpath -o out/ -ldflags "-s -w -X $version.gitVersion=$KUBERNETES_VERSION \
    -X $version.gitMajor=1 -X $version.gitMinor=${minor%%.*}" "${packages[@]}"
}

# What keeps a pod's namespaces: a program that waits, alone in an image.
build_pause_image() {
  local arch=amd64 sum
  [[ $(uname -m) != aarch64 ]] || arch=arm64
  mkdir -p "$WORK/pause" "$WORK/layer" "$WORK/image"
  cat >"$WORK/pause/main.go" <<'END'
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGINT, syscall.SIGTERM)
	<-ended
}
END
  CGO_ENABLED=0 GOFLAGS='' go build -trimpath -ldflags '-s -w' -o "$WORK/layer/pause" "$WORK/pause/main.go"
  tar -C "$WORK/layer" --sort=name --mtime=@0 --owner=0 --group=0 -cf "$WORK/image/layer.tar" pause
  sum=$(sha256sum <"$WORK/image/layer.tar")
  cat >"$WORK/image/config.json" <<END
{ "architecture": "$arch", "os": "linux", "config": { "Entrypoint": ["/pause"] },
  "rootfs": { "type": "layers", "diff_ids": ["sha256:${sum%% *}"] } }
END
  cat >"$WORK/image/manifest.json" <<END
[{ "Config": "config.json", "RepoTags": ["$PAUSE_IMAGE"], "Layers": ["layer.tar"] }]
END
  tar -C "$WORK/image" -cf "$WORK/out/pause.tar" manifest.json config.json layer.tar
}
