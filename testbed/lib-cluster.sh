# shellcheck shell=bash
# The parts of a cluster of the test bed: its addresses, settings and programs. Needs lib.sh,
# lib-namespace.sh and lib-cluster-keys.sh.

NODE=10.89.0.2
NODE_NAME=testbed
SERVICES=10.96.0.0/16
PODS=10.244.0.0/24
# shellcheck disable=SC2034  # read by cluster.sh
PROGRAMS=(
  etcd containerd api-socket kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy
)

# Makes all files that the programs read, once for each cluster.
describe_cluster() {
  local name=$1 at
  at=$(dir "$name")
  [[ ! -e $at/described ]] || return 0
  make_addresses "$name"
  make_control_groups "$name"
  make_folders "$name"
  make_keys "$at"
  make_kubeconfig "$at"
  write_containerd_settings "$name"
  write_node_settings "$name"
  : >"$at/described"
}

# The node gets an address. Services need a route before kube-proxy redirects their packets.
make_addresses() {
  local netns
  netns=$(netns "$1")
  ip -n "$netns" link add node0 type bridge
  ip -n "$netns" address add "$NODE/24" dev node0
  ip -n "$netns" link set node0 up
  ip -n "$netns" route add "$SERVICES" dev node0
}

# The pods' control groups are below one of the cluster. In version 1 an empty cpuset accepts no process.
make_control_groups() {
  local group set
  for group in /sys/fs/cgroup/*/cgroup.procs /sys/fs/cgroup/cgroup.procs; do
    [[ -e $group ]] || continue
    group=$(dirname "$group")
    mkdir -p "$group/$(netns "$1")"
    for set in cpuset.mems cpuset.cpus; do
      [[ ! -e $group/$set ]] || cat "$group/$set" >"$group/$(netns "$1")/$set"
    done
  done
}

# The programs write to fixed places of a machine; here these are in the cluster's own folder.
# kubelet would change kernel settings; the machine's stay as they are.
make_folders() {
  local name=$1 at setting
  at=$(dir "$name")
  mkdir -p "$at"/{lib,log,keys,sysctl,cni,certs.d/docker.io}
  printf 'nameserver %s\n' "$NODE" >"$at/resolv.conf"
  for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
    kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
    printf '%s\n' "${setting#*=}" >"$at/sysctl/$(basename "${setting%=*}")"
    inside "$name" mount --bind "$at/sysctl/$(basename "${setting%=*}")" "/proc/sys/${setting%=*}"
  done
  # shellcheck disable=SC2016  # the inner shell expands
  inside "$name" sh -euc 'mount --make-rshared /
    mount --bind "$1/lib" /var/lib
    mount --bind "$1/log" /var/log
    mount --bind "$1/resolv.conf" /etc/resolv.conf
    mount -t tmpfs -o mode=755 tmpfs /run
    mkdir -p /run/etcd' - "$at"
}

write_containerd_settings() {
  local at
  at=$(dir "$1")
  cat >"$at/containerd.toml" <<END
version = 2
root = '$at/$DATA'
state = '/run/containerd'
disabled_plugins = ['io.containerd.snapshotter.v1.btrfs', 'io.containerd.snapshotter.v1.zfs',
  'io.containerd.snapshotter.v1.aufs', 'io.containerd.snapshotter.v1.devmapper']
[grpc]
address = '/run/containerd/containerd.sock'
[plugins.'io.containerd.internal.v1.opt']
path = '$at/opt'
[plugins.'io.containerd.grpc.v1.cri']
sandbox_image = '$PAUSE_IMAGE'
restrict_oom_score_adj = true
netns_mounts_under_state_dir = true
[plugins.'io.containerd.grpc.v1.cri'.cni]
bin_dir = '$CNI_PLUGINS'
conf_dir = '$at/cni'
[plugins.'io.containerd.grpc.v1.cri'.registry]
config_path = '$at/certs.d'
END
  printf '[host."http://%s"]\ncapabilities = ["pull", "resolve"]\n' "$REGISTRY" \
    >"$at/certs.d/docker.io/hosts.toml"
  cat >"$at/cni/bridge.conflist" <<END
{ "cniVersion": "1.0.0", "name": "pods", "plugins": [
  { "type": "bridge", "bridge": "pods0", "isGateway": true, "ipMasq": false, "hairpinMode": true,
    "ipam": { "type": "host-local", "ranges": [[{ "subnet": "$PODS" }]],
              "routes": [{ "dst": "0.0.0.0/0" }] } }
] }
END
}

# kubelet's clean-up of a full disk is off, because the disk is the machine's and not the cluster's.
write_node_settings() {
  local at
  at=$(dir "$1")
  cat >"$at/kubelet.yaml" <<END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: { anonymous: { enabled: false }, x509: { clientCAFile: '$at/keys/ca.crt' } }
tlsCertFile: '$at/keys/server.crt'
tlsPrivateKeyFile: '$at/keys/server.key'
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
cgroupDriver: cgroupfs
cgroupRoot: /$(netns "$1")
failCgroupV1: false
failSwapOn: false
resolvConf: '$at/resolv.conf'
podLogsDir: /var/log/pods
volumePluginDir: /var/lib/kubelet/volume-plugins
serializeImagePulls: false
registryPullQPS: 0
imageGCHighThresholdPercent: 100
evictionHard: { nodefs.available: 0%, imagefs.available: 0% }
END
  cat >"$at/kube-proxy.yaml" <<END
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clientConnection: { kubeconfig: '$at/kubeconfig' }
clusterCIDR: $PODS
mode: iptables
iptables: { minSyncPeriod: 100ms }
conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s }
END
}

# The command line of one program.
command_of() {
  local name=$1 at keys
  at=$(dir "$name")
  keys=$at/keys
  case $2 in
    etcd)
      printf '%s\n' etcd --data-dir=/run/etcd --listen-client-urls=http://127.0.0.1:2379 \
        --advertise-client-urls=http://127.0.0.1:2379 --listen-peer-urls=http://127.0.0.1:2380
      ;;
    containerd) printf '%s\n' containerd --config "$at/containerd.toml" ;;
    kube-apiserver)
      printf '%s\n' "$KUBERNETES/$2" --etcd-servers=http://127.0.0.1:2379 --secure-port=6443 \
        --advertise-address="$NODE" --service-cluster-ip-range="$SERVICES" \
        --authorization-mode=Node,RBAC --client-ca-file="$keys/ca.crt" \
        --tls-cert-file="$keys/server.crt" --tls-private-key-file="$keys/server.key" \
        --kubelet-client-certificate="$keys/admin.crt" --kubelet-client-key="$keys/admin.key" \
        --kubelet-certificate-authority="$keys/ca.crt" \
        --kubelet-preferred-address-types=InternalIP \
        --service-account-issuer=https://kubernetes.default.svc \
        --service-account-key-file="$keys/accounts.key" \
        --service-account-signing-key-file="$keys/accounts.key"
      ;;
    api-socket)
      printf '%s\n' "$KUBERNETES/kubectl" proxy --kubeconfig="$at/kubeconfig" \
        --unix-socket="$at/api.sock"
      ;;
    kube-controller-manager)
      printf '%s\n' "$KUBERNETES/$2" --kubeconfig="$at/kubeconfig" --leader-elect=false \
        --root-ca-file="$keys/ca.crt" --service-account-private-key-file="$keys/accounts.key"
      ;;
    kube-scheduler)
      printf '%s\n' "$KUBERNETES/$2" --kubeconfig="$at/kubeconfig" --leader-elect=false
      ;;
    kubelet)
      printf '%s\n' "$KUBERNETES/$2" --kubeconfig="$at/kubeconfig" --config="$at/kubelet.yaml" \
        --hostname-override="$NODE_NAME" --node-ip="$NODE" --root-dir=/var/lib/kubelet
      ;;
    kube-proxy)
      printf '%s\n' "$KUBERNETES/$2" --config="$at/kube-proxy.yaml" --hostname-override="$NODE_NAME"
      ;;
    docker-registry) printf '%s\n' docker-registry serve "$at/registry.yml" ;;
  esac
}

# Whether a program that others wait for answers; true for all other programs.
answers() {
  local name=$1
  case $2 in
    etcd) inside "$name" bash -c ': </dev/tcp/127.0.0.1/2379' ;;
    containerd) inside "$name" ctr --address /run/containerd/containerd.sock version ;;
    kube-apiserver) ask_api "$name" /readyz ;;
    docker-registry) inside "$name" bash -c ": </dev/tcp/${REGISTRY/://}" ;;
  esac
}

# Asks the API server for paths over the socket of `kubectl proxy`: starting kubectl for each question takes thirty times as long.
ask_api() {
  local name=$1
  shift
  curl --silent --fail-early --fail --unix-socket "$(dir "$name")/api.sock" "${@/#/http://localhost}"
}

start_program() {
  local name=$1 program=$2 at words
  at=$(dir "$name")
  ! alive "$at/$program" || return 0
  mapfile -t words < <(command_of "$name" "$program")
  launch "$name" "$program" "${words[@]}"
  await "$program of $name" "$at/$program" "$at/$program.log" answers "$name" "$program"
  [[ $program != containerd ]] || inside "$name" ctr --address /run/containerd/containerd.sock \
    --namespace k8s.io images import "$KUBERNETES/pause.tar" >/dev/null
}

# Stops a program as if it had crashed; the processes that it started keep running, such as a kubelet's pods.
stop_program() {
  local name=$1 program=$2 at started entering
  at=$(dir "$name")
  alive "$at/$program" || return 0
  read -r started _ <"$at/$program"
  # The recorded process is a shell. It waits for nsenter, and nsenter waits for the program inside.
  entering=$(pgrep -P "$started")
  pkill -KILL -P "$entering"
  while alive "$at/$program"; do sleep 0.02; done
}
