import { installTerraform } from '../../core/problems/install';
import { defineProblem, type Maybe } from '../../core/problem';

/** Terraform is older than what a class needs. */
export const terraformTooOld = defineProblem(
  'terraform-too-old',
  ({ version = '', needed = '' }: Maybe<'version' | 'needed'>, machine) => ({
    message: {
      ko: `Terraform ${version} 버전은 너무 오래되었습니다. ${needed} 이상이 필요합니다.`,
      en: `Terraform ${version} is too old; ${needed} or newer is needed.`,
    },
    remedy: installTerraform(machine),
  }),
  { kind: 'cannot-tell' },
);
