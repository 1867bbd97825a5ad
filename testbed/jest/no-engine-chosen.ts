// A unit test asks no engine, so the developer's choice of an engine must not matter.
for (const name of ['DOCKER_HOST', 'DOCKER_CONTEXT', 'KUBECONFIG'])
  Reflect.deleteProperty(process.env, name);
