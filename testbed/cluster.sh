#!/usr/bin/env bash
# Kubernetes clusters for tests: etcd, control plane, kubelet, kube-proxy and containerd. Each
# cluster has its own namespaces, home folder and registry.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=testbed/lib-namespace.sh
source "$TESTBED/lib-namespace.sh"
# shellcheck source=testbed/lib-cluster.sh
source "$TESTBED/lib-cluster.sh"
# shellcheck source=testbed/lib-cluster-keys.sh
source "$TESTBED/lib-cluster-keys.sh"

usage() {
  cat <<END
usage: testbed/cluster.sh up NAME [--owner PID] [--registry ro|rw|none]
       testbed/cluster.sh down|env NAME
       testbed/cluster.sh stop NAME PROGRAM     one of: ${PROGRAMS[*]} docker-registry
       testbed/cluster.sh start NAME [PROGRAM]  all that were stopped, or one
       testbed/cluster.sh run NAME COMMAND [ARGUMENT...]
       testbed/cluster.sh sweep [PID]
The cluster belongs to the process --owner (default: whoever called) and is swept by the next 'up'
after that process is gone, or by 'sweep' with its PID. 'run NAME kubectl ...' is its administrator.
END
}

# Starts each program that does not run, in the order of their needs, and waits until a pod could be
# made. Resets the administrator's settings.
start_cluster() {
  local name=$1 program
  describe_cluster "$name"
  install -D -m 600 "$(dir "$name")/kubeconfig" "$(dir "$name")/home/.kube/config"
  [[ ! -e $(dir "$name")/registry.yml ]] || start_program "$name" docker-registry
  for program in "${PROGRAMS[@]}"; do start_program "$name" "$program"; done
  await "the node of $name" "$(dir "$name")/kubelet" "$(dir "$name")/kubelet.log" is_ready "$name"
}

# curl asks for each name in the braces.
is_ready() {
  local namespaces='/api/v1/namespaces/{default,kube-node-lease,kube-public,kube-system}'
  ask_api "$1" "/api/v1/nodes/$NODE_NAME?pretty=0" | grep -qF '"type":"Ready","status":"True"' &&
    ask_api "$1" "$namespaces/{serviceaccounts/default,configmaps/kube-root-ca.crt}" \
      /api/v1/namespaces/default/services/kubernetes
}

# The environment in which a program sees this cluster, and no settings of the user's.
print_env() {
  printf '%s\n' "HOME=$(dir "$1")/home" "PATH=$KUBERNETES:$PATH" \
    "DOCKER_HOST=unix://$(dir "$1")/docker.sock" "DKKB_NETNS=$(netns "$1")" \
    "DKKB_IMAGES=$IMAGES" "DKKB_REGISTRY=$REGISTRY" "DKKB_NODE=$NODE" \
    "DKKB_KUBECONFIG=$(dir "$1")/kubeconfig" "KUBECACHEDIR=$(dir "$1")/kubectl" \
    "DKKB_API=$(dir "$1")/api.sock"
}

own_command() {
  local command=$1 name=$2 program=${3:-all}
  [[ " ${PROGRAMS[*]} docker-registry all " == *" $program "* ]] || { usage >&2 && exit 2; }
  case $command-$program in
    start-all) start_cluster "$name" ;;
    stop-all) usage >&2 && exit 2 ;;
    start-*) start_program "$name" "$program" ;;
    stop-*) stop_program "$name" "$program" ;;
  esac
}

# shellcheck disable=SC2034  # read by lib-namespace.sh
PAUSE=0.1 THING=cluster DATA=containerd-data START=start_cluster OWN='stop|start'
serve "$@"
