import { withLastStep, type Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import { applyCommand, manifestPath, objectName } from '../model/manifest-files';
import type { Manifest } from '../model/manifests';
import { absence } from './absence';
import type { ClusterCheck } from './check';
import { objectIn } from './find-object';
import { judgeFile, type JudgedFile } from './judge-file';

/** The reader's file says what the exercise asks for, whatever its layout, and the cluster would take it; when the object is there without a file, none is needed unless `required`. */
export function manifestSays(manifest: Manifest, required = false): ClusterCheck {
  const path = manifestPath(manifest);
  return {
    subject: objectName(manifest),
    title: () => ({ ko: `\`${path}\` 파일의 내용`, en: `The file \`${path}\`` }),
    async run(context) {
      const judged = await judgeFile(context, manifest, manifest.file);
      if (judged.status === 'unasked') context.tell(onlyUnasked);
      if (judged.status !== 'missing' || required) return thenApply(judged);
      const object = await objectIn(context, manifest);
      return object ? [] : absence(context, manifest);
    },
  };
}

const onlyUnasked: Text = {
  ko: '파일의 내용은 맞습니다. 확인하지 못한 것은 클러스터가 이 파일을 받아들이는지뿐입니다.',
  en: 'What the file says is right. Only the cluster could not be asked whether it takes the file.',
};

/** The problems of a file; the last of those whose change is known goes on to apply it. */
function thenApply({ path, problems }: JudgedFile): readonly Problem[] {
  const last = problems.findLast(({ edits }) => edits);
  const apply = {
    ko: '저장하고 적용합니다:',
    en: 'Save the file, and apply it:',
    commands: [applyCommand(path)],
  };
  return problems.map((problem) => (problem === last ? withLastStep(problem, apply) : problem));
}
