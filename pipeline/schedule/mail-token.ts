// The client of a service, and its secret → a token to sign in to the mail server with.
import { z } from 'zod';
import type { OAuthSettings } from './declaration.js';

const TIMEOUT_MS = 20_000;

const tokenSchema = z.looseObject({ access_token: z.string().min(1) });

/** No token was given. The code is all that is said: what a server answers may quote the client or its secret. */
class TokenError extends Error {
  readonly code = 'ETOKEN';
}

/**
 * Asks for a token by client credentials (RFC 6749, section 4.4.2). Throws an error of code `ETOKEN` where none is given,
 * and follows no redirect: the secret goes to the address in the settings and nowhere else.
 */
export async function requestToken(
  { token_url, client_id, scope }: OAuthSettings,
  secret: string,
  request: typeof fetch,
): Promise<string> {
  try {
    const response = await request(token_url, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id, client_secret: secret, scope },
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new TokenError('refused');
    return tokenSchema.parse(await response.json()).access_token;
  } catch {
    throw new TokenError('no token was given');
  }
}
