// What the addresses for programs with a key say as data (RFC 8414, RFC 6749, RFC 9449).
import Type from 'typebox';
import type { Saying } from '../ask.ts';

const Names = Type.Array(Type.String());

export const DESCRIBED_SAYS: Saying = {
  is: 'data',
  summary: 'How a program signs in here.',
  data: Type.Object({
    issuer: Type.String(),
    token_endpoint: Type.String(),
    grant_types_supported: Names,
    response_types_supported: Names,
    token_endpoint_auth_methods_supported: Names,
    token_endpoint_auth_signing_alg_values_supported: Names,
    dpop_signing_alg_values_supported: Names,
  }),
};

export const TOKEN_SAYS: Saying = {
  is: 'data',
  summary: 'Gives a program the token with which it signs its requests.',
  fails: [400, 401],
  form: {
    grant_type: Type.String(),
    client_id: Type.Optional(Type.String()),
    client_assertion_type: Type.String(),
    client_assertion: Type.String(),
    scope: Type.Optional(Type.String()),
  },
  data: Type.Union([
    Type.Object({
      access_token: Type.String(),
      token_type: Type.Literal('DPoP'),
      expires_in: Type.Integer(),
      scope: Type.Optional(Type.String()),
    }),
    Type.Object({ error: Type.String() }),
  ]),
};
