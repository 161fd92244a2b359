// The addresses for programs with keys: what the door for them is like, and where a token is had (OAuth 2.0).
import { Refusal } from '../act/refusal.ts';
import { DESCRIBED_SAYS, TOKEN_SAYS } from './says/program.ts';
import { type Answer, type Ask, type Route, typedOne } from './ask.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const TOKEN_PATH = '/program/token';

/** RFC 8414: so that a library finds the rest by itself. */
function describe({ origin }: Ask): Promise<Answer> {
  const data = {
    issuer: origin,
    token_endpoint: `${origin}${TOKEN_PATH}`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['Ed25519', 'EdDSA', 'ES256'],
    dpop_signing_alg_values_supported: ['Ed25519', 'EdDSA', 'ES256'],
  };
  return Promise.resolve({ is: 'data', status: 200, data });
}

const error = (status: number, code: string): Answer => ({ is: 'data', status, data: { error: code } });

/** RFC 6749 section 4.4, RFC 7523, RFC 9449. What was wrong is written down here and told to nobody. */
async function token(ask: Ask): Promise<Answer> {
  const { typed, proof, node, look } = ask;
  const assertion = typedOne(typed, 'client_assertion') ?? '';
  if (typedOne(typed, 'grant_type') !== 'client_credentials') return error(400, 'unsupported_grant_type');
  if (typedOne(typed, 'client_assertion_type') !== ASSERTION_TYPE) return error(401, 'invalid_client');
  if (proof === undefined) return error(400, 'invalid_dpop_proof');
  const purpose = typedOne(typed, 'scope');
  if (purpose !== undefined && !look.agreement.purposes.some(({ code }) => code === purpose)) {
    return error(400, 'invalid_scope');
  }
  if (!ask.mayTry(`program ${typedOne(typed, 'client_id') ?? ''}`)) return error(429, 'slow_down');
  try {
    const { token: access, lasts } = await node.people.token(assertion, proof, purpose);
    const scope = purpose === undefined ? {} : { scope: purpose };
    const data = { access_token: access, token_type: 'DPoP', expires_in: lasts, ...scope };
    return { is: 'data', status: 200, data };
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'sign-in-refused') throw cause;
    return error(401, 'invalid_client');
  }
}

export const PROGRAM_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    says: DESCRIBED_SAYS,
    who: 'anyone',
    answer: describe,
  },
  { method: 'POST', path: TOKEN_PATH, says: TOKEN_SAYS, who: 'anyone', by: 'key', answer: token },
];
