// A mail server of this computer for a test, and what it was sent; closed when the test is over.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach } from 'vitest';

const open: SMTPServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0))
    await new Promise<void>((closed) => {
      server.close(closed);
    });
});

/** Where the server listens, and the mails it took. */
export interface Mailbox {
  readonly port: number;
  readonly mails: string[];
}

/** A mail server of its own on this computer, and what it has been sent. */
export function mailServer(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  open.push(server);
  return new Promise((listening) => {
    server.listen(0, '127.0.0.1', () => {
      listening({ port: (server.server.address() as AddressInfo).port, mails });
    });
  });
}

/** Closes the server that was opened last: nobody listens there any more. */
export function closeLast(): Promise<void> {
  return new Promise((closed) => {
    open.pop()?.close(closed);
  });
}

/** The text of a mail, whichever way it was wrapped for the journey. */
export function textOf(mail: string): string {
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
  if (/^content-transfer-encoding: base64/im.test(mail))
    return Buffer.from(body, 'base64').toString();
  const joined = body.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
