import { operation } from '../operation.js';
import { idParams } from '../schemas/common.js';
import { offerSchema } from '../schemas/offer.js';

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
