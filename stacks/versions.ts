import type { TerraformStack } from 'cdktf';

/**
 * The provider versions that the stacks are tested with, newer than what the bindings pin themselves. Where a range stands,
 * Terraform keeps the version and its checksums in the folder's `.terraform.lock.hcl` from the first time on.
 */
export const providerVersions = { docker: '4.6.0', aws: '>= 6.25.0, < 7.0.0' } as const;

/** Replaces the version that a provider's bindings pin by the one that the stacks are tested with. */
export function widenProviderVersion(
  stack: TerraformStack,
  provider: keyof typeof providerVersions,
): void {
  stack.addOverride(`terraform.required_providers.${provider}.version`, providerVersions[provider]);
}
