import { z } from 'zod';
import { operation } from '../operation.js';
import { idParams } from '../schemas/common.js';
import {
  offerEmailedSchema,
  offerEmailSchema,
  offerParams,
  offerSchema,
  offerViewSchema,
} from '../schemas/offer.js';

export const createOffer = operation({
  id: 'createOffer',
  method: 'post',
  path: '/v1/certificates/{id}/offers',
  tag: 'Certificates',
  summary: 'Offer an issued certificate to a wallet of its company (OpenID4VCI)',
  scope: 'certificates:offer',
  params: idParams,
  answer: {
    kind: 'json',
    status: 201,
    schema: offerSchema,
    description: 'The offer, with its transaction code',
  },
  errors: ['CERTIFICATE_NOT_FOUND', 'CERTIFICATE_STATE'],
});

export const emailOffer = operation({
  id: 'emailOffer',
  method: 'post',
  path: '/v1/certificates/{id}/offers/{offerId}/email',
  tag: 'Certificates',
  summary: 'Send an offer by e-mail; its transaction code goes to the company by another way',
  scope: 'certificates:offer',
  params: offerParams,
  body: { kind: 'json', schema: offerEmailSchema, maxBytes: 16 * 1024 },
  answer: { kind: 'json', status: 200, schema: offerEmailedSchema, description: 'The mail server took it' },
  errors: ['NOT_FOUND', 'OFFER_MISMATCH', 'MAIL_LIMIT', 'MAIL_REFUSED', 'MAIL_UNAVAILABLE'],
});

export const listOffers = operation({
  id: 'listOffers',
  method: 'get',
  path: '/v1/certificates/{id}/offers',
  tag: 'Certificates',
  summary: 'Offers of a certificate and what became of them, newest first, at most 50',
  scope: 'certificates:read',
  params: idParams,
  answer: {
    kind: 'json',
    status: 200,
    schema: z.object({ items: z.array(offerViewSchema) }),
    description: 'The offers',
  },
  errors: ['CERTIFICATE_NOT_FOUND'],
});

export const withdrawOffer = operation({
  id: 'withdrawOffer',
  method: 'post',
  path: '/v1/certificates/{id}/offers/{offerId}/withdraw',
  tag: 'Certificates',
  summary: 'Withdraw an offer that nobody has taken up; no wallet can any more',
  scope: 'certificates:offer',
  params: offerParams,
  answer: { kind: 'json', status: 200, schema: offerViewSchema, description: 'The withdrawn offer' },
  errors: ['CERTIFICATE_NOT_FOUND', 'NOT_FOUND', 'OFFER_STATE'],
});
