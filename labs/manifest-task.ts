import type { Manifest } from '../src/kubernetes/model/manifests';
import { applyCommand, manifestPath } from '../src/kubernetes/model/manifest-files';
import type { Text } from '../src/core/text';

/** The steps of a task that ask for a file and for its being applied, from the object's own data. */
export function writeAndApply(manifest: Manifest): Text[] {
  const path = manifestPath(manifest);
  const command = applyCommand(path);
  return [
    {
      ko: `\`${path}\` 파일을 씁니다. ${contentOf(manifest).ko}`,
      en: `Write the file \`${path}\`. ${contentOf(manifest).en}`,
    },
    { ko: `적용합니다: \`${command}\``, en: `Apply it: \`${command}\`` },
  ];
}

function contentOf(manifest: Manifest): Text {
  switch (manifest.kind) {
    case 'Pod': {
      const { name, app, containerName, image, containerPort } = manifest.props;
      return {
        ko: `v1 Pod \`${name}\`, 레이블 \`app: ${app}\`, 컨테이너 \`${containerName}\`(이미지 \`${image}\`, containerPort ${containerPort}).`,
        en: `It describes the v1 Pod \`${name}\` with the label \`app: ${app}\` and the container \`${containerName}\` (image \`${image}\`, containerPort ${containerPort}).`,
      };
    }
    case 'Deployment': {
      const { name, app, containerName, image, containerPort, replicas } = manifest.props;
      return {
        ko: `apps/v1 Deployment \`${name}\`, replicas ${replicas}, matchLabels와 템플릿의 레이블 \`app: ${app}\`, 컨테이너 \`${containerName}\`(이미지 \`${image}\`, containerPort ${containerPort}).`,
        en: `It describes the apps/v1 Deployment \`${name}\` with ${replicas} replicas, \`app: ${app}\` as matchLabels and as the template's label, and the container \`${containerName}\` (image \`${image}\`, containerPort ${containerPort}).`,
      };
    }
    case 'Service': {
      const { name, app, port, targetPort, nodePort } = manifest.props;
      return {
        ko: `v1 Service \`${name}\`, type NodePort, port ${port}, targetPort ${targetPort}, nodePort ${nodePort}, TCP, selector \`app: ${app}\`.`,
        en: `It describes the v1 Service \`${name}\` of type NodePort with port ${port}, targetPort ${targetPort}, nodePort ${nodePort}, TCP, and the selector \`app: ${app}\`.`,
      };
    }
  }
}
