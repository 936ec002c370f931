import type { SecuredMediaType } from '@eslabon/credentials';

interface Feature {
  mediaType: SecuredMediaType;
  kind: 'credential' | 'presentation';
}

/** What suites call each securing. */
export const features = {
  credential_jose: { mediaType: 'application/vc+jwt', kind: 'credential' },
  credential_sdjwt: { mediaType: 'application/vc+sd-jwt', kind: 'credential' },
  credential_cose: { mediaType: 'application/vc+cose', kind: 'credential' },
  presentation_jose: { mediaType: 'application/vp+jwt', kind: 'presentation' },
  presentation_sdjwt: { mediaType: 'application/vp+sd-jwt', kind: 'presentation' },
  presentation_cose: { mediaType: 'application/vp+cose', kind: 'presentation' },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;

export const featureNames = Object.keys(features) as FeatureName[];
