# shellcheck shell=bash
# Kubernetes: the control plane, kubelet, kube-proxy and kubectl, released by Kubernetes or built from
# its Go module, the pause image of its pods, and Debian's etcd, CNI plugins and conntrack.

# shellcheck source=testbed/lib-kubernetes.sh
source "$TESTBED/lib-kubernetes.sh"
# shellcheck source=testbed/lib-release.sh
source "$TESTBED/lib-release.sh"

readonly RELEASES=dl.k8s.io
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
  local program
  build_kubernetes "$TESTBED/parts/kubernetes/main.go" out/ . "$KUBECTL_PACKAGE"
  for program in "${SERVERS[@]}"; do ln -sf kubernetes "$WORK/out/$program"; done
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
