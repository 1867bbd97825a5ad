import { josa } from 'es-hangul';

import type { Manifest } from '../../src/kubernetes/model/manifests';
import { applyCommand, manifestPath } from '../../src/kubernetes/model/manifest-files';
import type { Setting, Step } from '../../src/core/task';
import { setting } from './container-task';

/** The steps of a task to write a file and to apply it, made from the object's own data. */
export function writeAndApply(manifest: Manifest): Step[] {
  const path = manifestPath(manifest);
  const command = applyCommand(path);
  return [
    {
      ko: `\`${path}\` 파일에 ${josa(kinds[manifest.kind], '을/를')} 다음 내용으로 적습니다.`,
      en: `Write a ${manifest.kind} into the file \`${path}\`:`,
      settings: fieldsOf(manifest),
    },
    { ko: `적용합니다: \`${command}\``, en: `Apply it: \`${command}\`` },
  ];
}

/** The Korean names of the kinds, as the book has them. */
const kinds: Readonly<Record<Manifest['kind'], string>> = {
  Pod: '파드',
  Deployment: '디플로이먼트',
  Service: '서비스',
};

function fieldsOf(manifest: Manifest): Setting[] {
  switch (manifest.kind) {
    case 'Pod': {
      const { name, app } = manifest.props;
      return [
        ...fields({ apiVersion: 'v1', kind: 'Pod', name, labels: `app: ${app}` }),
        ...containerFields(manifest.props),
      ];
    }
    case 'Deployment': {
      const { name, app, replicas } = manifest.props;
      return [
        ...fields({ apiVersion: 'apps/v1', kind: 'Deployment', name, replicas }),
        ...fields({ matchLabels: `app: ${app}` }),
        ...setting('labels', templateLabels, [`app: ${app}`]),
        ...containerFields(manifest.props),
      ];
    }
    case 'Service': {
      const { name, app, port, targetPort, nodePort } = manifest.props;
      return [
        ...fields({ apiVersion: 'v1', kind: 'Service', name, type: 'NodePort' }),
        ...fields({ port, targetPort, nodePort, protocol: 'TCP', selector: `app: ${app}` }),
      ];
    }
  }
}

const templateLabels = { ko: '템플릿의 labels', en: 'template labels' };

function containerFields({
  containerName,
  image,
  containerPort,
}: {
  readonly containerName: string;
  readonly image: string;
  readonly containerPort: number;
}): Setting[] {
  const name = { ko: '컨테이너 이름', en: 'container name' };
  return [...setting('container', name, [containerName]), ...fields({ image, containerPort })];
}

/** Fields of an object by their own names. */
function fields(values: Readonly<Record<string, string | number>>): Setting[] {
  return Object.entries(values).flatMap(([key, value]) =>
    setting(key, { ko: key, en: key }, [String(value)]),
  );
}
