# shellcheck shell=bash
# Kubernetes: the control plane, kubelet, kube-proxy and kubectl, released by Kubernetes or built from
# its Go module, the pause image of its pods, and Debian's etcd, CNI plugins and conntrack.

# shellcheck source=testbed/lib-go.sh
source "$TESTBED/lib-go.sh"
# shellcheck source=testbed/lib-release.sh
source "$TESTBED/lib-release.sh"

readonly RELEASES=dl.k8s.io
readonly MODULE=k8s.io/kubernetes
readonly MODULE_SUM=h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=
# The SHA-256 of go.sum, which has the checksums of all sources.
readonly GO_SUM=2521109556a4301547d3bf89a3e602afbd92f9448381ebd37f73e85a1de0779a
readonly SERVERS=(kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet)
readonly COMPONENTS=("${SERVERS[@]}" kubectl)

present() {
  local file
  [[ $EUID -eq 0 && -z $(lacking etcd conntrack containerd runc) && -x $CNI_PLUGINS/bridge ]] || return 1
  for file in "${COMPONENTS[@]}" pause.tar; do [[ -s $KUBERNETES/$file ]] || return 1; done
}

build() {
  install_debian
  mkdir -p "$WORK/out"
  take_programs || build_programs
  build_pause_image
  rm -rf "$KUBERNETES"
  mkdir -p "$(dirname "$KUBERNETES")"
  mv "$WORK/out" "$KUBERNETES"
}

take_programs() {
  take_releases "$WORK/out" "${COMPONENTS[@]/#/$RELEASES/$KUBERNETES_VERSION/bin/linux/$(architecture)/}" &&
    chmod 755 "${COMPONENTS[@]/#/$WORK/out/}"
}

install_debian() {
  # No service is started on the machine, because the tests start their own clusters.
  export RUNLEVEL=1
  install_tools etcd:etcd-server conntrack:conntrack containerd:containerd runc:runc \
    busybox:busybox-static
  [[ -x $CNI_PLUGINS/bridge ]] || add_packages containernetworking-plugins
}

# All servers are one program, so their common code is linked only once. kubectl is separate, because
# it is started thousands of times.
build_programs() {
  local module version=k8s.io/component-base/version minor=${KUBERNETES_VERSION#v1.} program
  module=$(go_module "$MODULE" "$KUBERNETES_VERSION" "$MODULE_SUM")
  describe_module "$module"
  cp "$TESTBED/parts/kubernetes/main.go" "$WORK"
  (
    cd "$WORK" || exit
    export GOFLAGS=-mod=mod
    go list -deps . "$MODULE/cmd/kubectl" >/dev/null
    [[ $(sha256sum <go.sum) == "$GO_SUM "* ]] ||
      die "what $MODULE is built from has other checksums: $(sha256sum <go.sum)"
    go_build "-X $version.gitVersion=$KUBERNETES_VERSION -X $version.gitMajor=1 \
      -X $version.gitMinor=${minor%%.*}" out/ . "$MODULE/cmd/kubectl"
  )
  for program in "${SERVERS[@]}"; do ln -sf kubernetes "$WORK/out/$program"; done
}

# We use our own module: that of Kubernetes refers to folders that a downloaded module does not have.
describe_module() {
  local module=$1 staging=v0.${KUBERNETES_VERSION#v1.}
  install -m 644 "$module/go.sum" "$WORK/go.sum"
  {
    printf 'module dkkb.invalid/kubernetes\n\n'
    grep -E '^(go|godebug) ' "$module/go.mod"
    printf 'require %s %s\n' "$MODULE" "$KUBERNETES_VERSION"
    sed -n "s|^\t\(k8s.io/[a-z-]*\) => ./staging/.*|replace \1 => \1 $staging|p" "$module/go.mod"
  } >"$WORK/go.mod"
}

# An image with only a program that waits, and so keeps a pod's namespaces. The runtime kills it at the end.
build_pause_image() {
  local sum
  mkdir -p "$WORK/layer" "$WORK/image"
  install -m 755 "$(command -v busybox)" "$WORK/layer/busybox"
  tar -C "$WORK/layer" --sort=name --mtime=@0 --owner=0 --group=0 -cf "$WORK/image/layer.tar" busybox
  sum=$(sha256sum <"$WORK/image/layer.tar")
  cat >"$WORK/image/config.json" <<END
{ "architecture": "$(architecture)", "os": "linux",
  "config": { "Entrypoint": ["/busybox", "sleep", "infinity"] },
  "rootfs": { "type": "layers", "diff_ids": ["sha256:${sum%% *}"] } }
END
  cat >"$WORK/image/manifest.json" <<END
[{ "Config": "config.json", "RepoTags": ["$PAUSE_IMAGE"], "Layers": ["layer.tar"] }]
END
  tar -C "$WORK/image" -cf "$WORK/out/pause.tar" manifest.json config.json layer.tar
}
