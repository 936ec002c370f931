import { describe, expect, it } from '@jest/globals';
import { anyCredential, anyPresentation, enveloped, issuer } from '../testing/documents.fixture.js';
import { jwtOf, type Members, malformed, open, refused, secure } from '../testing/securings.fixture.js';

const presentations: [string, Members][] = [
  ['“unknown top-level members”', { badExtension: 1 }],
  ['“`vc`/`vp` claims”', { vp: {} }],
  ['“presentations with a non-enveloped … credential”', { verifiableCredential: [anyCredential()] }],
  [
    '“presentations with a non-enveloped … credential”: one that is not in a list',
    { verifiableCredential: anyCredential() },
  ],
  [
    '“presentations with a non-enveloped … credential”: a bare token',
    { verifiableCredential: ['e30.e30.AAAA'] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: an id that is no data URL',
    { verifiableCredential: [enveloped('x', { id: 'not-a-credential' })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no id',
    { verifiableCredential: [enveloped('x', { id: undefined })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no token',
    { verifiableCredential: [enveloped('')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: another media type',
    { verifiableCredential: [enveloped('data:application/json,{}')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: COSE that is not in base64',
    { verifiableCredential: [enveloped('data:application/vc+cose,0oRY')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: a presentation in it',
    { verifiableCredential: [enveloped('data:application/vp+jwt,e30.e30.AAAA')] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: a member beside',
    { verifiableCredential: [enveloped('x', { issuer })] },
  ],
  [
    '“presentations with a … malformed enveloped credential”: no context',
    { verifiableCredential: [enveloped('x', { '@context': undefined })] },
  ],
  ['“presentations with a … malformed enveloped credential”: null', { verifiableCredential: [null] }],
  ['no type', { type: undefined }],
  ['a holder that is no URL', { holder: 'me' }],
  ['an iss other than the holder', { iss: issuer }],
];

describe('a presentation', () => {
  it.each(presentations)('fails for %s, when it is secured and when it is opened', async (_what, change) => {
    const bad = anyPresentation(change);
    for (const mediaType of ['application/vp+jwt', 'application/vp+sd-jwt', 'application/vp+cose'] as const) {
      await expect(secure(mediaType, bad)).rejects.toThrow(malformed);
    }
    await expect(open(await jwtOf('vp+jwt', bad))).rejects.toThrow(malformed);
  });

  it('hands out each credential as it was issued, to be opened in turn', async () => {
    const issued = await Promise.all(
      (['vc+jwt', 'vc+sd-jwt', 'vc+cose'] as const).map((typ) => secure(`application/${typ}`)),
    );
    const [jwt, sd, cose] = issued as [string, string, string];
    const verifiableCredential = [
      enveloped(jwt),
      enveloped(`data:application/vc+sd-jwt,${sd}`),
      enveloped(`data:application/vc+cose;base64,${cose}\n`),
    ];
    const opened = await open(await secure('application/vp+jwt', anyPresentation({ verifiableCredential })));
    expect(opened.envelopes?.map(({ secured }) => secured)).toEqual(issued);
    for (const { secured, mediaType } of opened.envelopes ?? []) {
      expect((await open(secured, { mediaType })).document).toEqual(anyCredential());
    }
  });

  it('may have one credential, or none; not more than twenty', async () => {
    const of = (verifiableCredential: unknown) =>
      secure('application/vp+jwt', anyPresentation({ verifiableCredential })).then((secured) =>
        open(secured),
      );
    expect((await of(enveloped('x'))).envelopes).toHaveLength(1);
    expect((await of(undefined)).envelopes).toEqual([]);
    await expect(of(new Array(21).fill(enveloped('x')))).rejects.toThrow(refused('CREDENTIAL_TOO_LARGE'));
  });

  it('is bound to whom it is for by claims', async () => {
    const claims = { aud: 'https://border.example', nonce: 'n-1' };
    expect((await open(await secure('application/vp+jwt', undefined, { claims }))).claims).toEqual(claims);
  });
});
