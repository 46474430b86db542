// A message → e-mail, sent by the service's own mail server.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import type { EmailSettings } from './declaration.js';
import type { Channel } from './outbox.js';

const TIMEOUT_MS = 20_000;

/**
 * Creates a channel that sends by the mail server in the settings. `starttls` refuses a server that does not offer it.
 * Errors are reported by code only (`ECONNREFUSED`, `EAUTH` …): a server's own text may quote addresses.
 */
export function createEmailChannel(settings: EmailSettings, password: string | undefined): Channel {
  return async ({ subject, text }) => {
    try {
      const transport = nodemailer.createTransport(buildTransportOptions(settings, password));
      const { from, to } = settings;
      const sent = await transport.sendMail({ from, to, subject, text });
      return sent.rejected.length > 0 ? 'EREFUSED' : null;
    } catch (error) {
      return readErrorCode(error);
    }
  };
}

function buildTransportOptions(settings: EmailSettings, fromEnvironment: string | undefined) {
  const { host, port, security, user } = settings;
  const pass = fromEnvironment ?? readPassword(settings);
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    ...(user === undefined ? {} : { auth: { user, pass } }),
  };
}

function readPassword({ password_file: file }: EmailSettings): string {
  return file === undefined ? '' : readFileSync(file, 'utf8').trim();
}

function readErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'EUNKNOWN';
}
