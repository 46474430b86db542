// A message → e-mail, sent by the service's own mail server.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import type { EmailSettings } from './declaration.js';
import { requestToken } from './mail-token.js';
import type { Channel } from './outbox.js';

const TIMEOUT_MS = 20_000;

/**
 * Creates a channel that sends by the mail server in the settings. `starttls` refuses a server that does not offer it.
 * Errors are reported by code only (`ECONNREFUSED`, `EAUTH`, `ETOKEN` …): a server's own text may quote addresses.
 */
export function createEmailChannel(
  settings: EmailSettings,
  password: string | undefined,
  request: typeof fetch = fetch,
): Channel {
  return async ({ subject, text }) => {
    try {
      const auth = await chooseAuthentication(settings, password, request);
      const transport = nodemailer.createTransport({ ...buildTransportOptions(settings), ...auth });
      const { from, to } = settings;
      const sent = await transport.sendMail({ from, to, subject, text });
      return sent.rejected.length > 0 ? 'EREFUSED' : null;
    } catch (error) {
      return readErrorCode(error);
    }
  };
}

type Authentication =
  | { readonly user: string; readonly pass: string }
  | { readonly type: 'OAuth2'; readonly user: string; readonly accessToken: string };

/** Nothing for a server that asks for no user; a token where the settings say where to ask for one; else the password. */
async function chooseAuthentication(
  settings: EmailSettings,
  fromEnvironment: string | undefined,
  request: typeof fetch,
): Promise<{ auth?: Authentication }> {
  const { user, oauth } = settings;
  if (user === undefined) return {};
  const secret = fromEnvironment ?? readPassword(settings);
  if (!oauth) return { auth: { user, pass: secret } };
  const accessToken = await requestToken(oauth, secret, request);
  return { auth: { type: 'OAuth2', user, accessToken } };
}

function buildTransportOptions({ host, port, security }: EmailSettings) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
}

function readPassword({ password_file: file }: EmailSettings): string {
  return file === undefined ? '' : readFileSync(file, 'utf8').trim();
}

function readErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'EUNKNOWN';
}
