# shellcheck shell=bash
# The permissions in a cluster of the test bed: its certificate authority, its certificates and its
# administrator's settings. Needs lib-cluster.sh.

API=https://127.0.0.1:6443

# certificate FOLDER NAME SUBJECT [EXTENSION]: signed by the cluster's authority.
certificate() {
  local folder=$1 name=$2 subject=$3 extension=${4:-keyUsage=digitalSignature}
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$subject" \
    -keyout "$folder/$name.key" -out "$folder/$name.csr" 2>/dev/null
  openssl x509 -req -in "$folder/$name.csr" -CA "$folder/ca.crt" -CAkey "$folder/ca.key" \
    -CAcreateserial -days 30 -extfile <(printf '%s\n' "$extension") -out "$folder/$name.crt" 2>/dev/null
}

make_keys() {
  local keys=$1/keys
  chmod 700 "$keys"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
    -subj /CN=dkkb-testbed -keyout "$keys/ca.key" -out "$keys/ca.crt" 2>/dev/null
  certificate "$keys" server /CN=kubernetes \
    "subjectAltName=DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:$NODE,IP:10.96.0.1"
  certificate "$keys" admin /O=system:masters/CN=kubernetes-admin
  openssl ecparam -name prime256v1 -genkey -noout -out "$keys/accounts.key"
}

make_kubeconfig() {
  local keys=$1/keys
  cat >"$1/kubeconfig" <<END
apiVersion: v1
kind: Config
current-context: $NODE_NAME
contexts: [{ name: $NODE_NAME, context: { cluster: $NODE_NAME, user: admin } }]
clusters:
  - name: $NODE_NAME
    cluster:
      server: '$API'
      certificate-authority-data: $(base64 -w0 "$keys/ca.crt")
      # The mark of Minikube, which most readers have.
      extensions: [{ name: cluster_info, extension: { provider: minikube.sigs.k8s.io } }]
users:
  - name: admin
    user:
      client-certificate-data: $(base64 -w0 "$keys/admin.crt")
      client-key-data: $(base64 -w0 "$keys/admin.key")
END
  chmod 600 "$1/kubeconfig"
}
