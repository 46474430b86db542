// Folders, permissions and keys that the doctor finds wrong, each one made really wrong.
import { appendFileSync, chmodSync, copyFileSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../pipeline/domain/problem.js';
import { asNobody, clinic, KEY, received, TODAY, told } from './clinic.js';
import { readProblem } from '../problems/words.js';

describe('checking folders and permissions', () => {
  it('reports a missing folder of extracts', async () => {
    const { at, problems } = clinic();
    renameSync(at('reference'), at('references'));
    const found = await problems();
    expect(told(found)).toEqual(['declaration no-folder']);
    expect(found[0]).toMatchObject({ file: at('reference') });
  });

  it('reports a folder of extracts that contains none', async () => {
    const { at, problems } = clinic();
    renameSync(at('in/children.csv'), at('in/notes.txt'));
    expect(told(await problems())).toEqual(['data no-extracts']);
  });

  it('reports folders that cannot be written or read', async () => {
    const { at, problems } = clinic();
    chmodSync(at('store'), 0o500);
    chmodSync(at('in'), 0o000);
    const found = await asNobody(at('.'), problems);
    expect(told(found)).toEqual(['computer unreadable-folder', 'computer not-writable']);
    expect(found.map(({ file }) => file)).toEqual([at('in'), at('store')]);
    expect(exitStatus(found)).toBe(3);
  });

  it('reports a ledger written by another user', async () => {
    const { at, problems } = clinic();
    received(at('store'), TODAY, KEY);
    chmodSync(at('store/ledger.jsonl'), 0o400);
    const found = await asNobody(at('.'), problems);
    expect(told(found)).toEqual(['computer not-writable']);
    expect(found[0]?.file).toBe(at('store/ledger.jsonl'));
  });

  it('reports a file in the place of a folder', async () => {
    const { write, problems } = clinic();
    write('packs', '');
    expect(told(await problems())).toEqual(['computer not-writable']);
  });

  it('reports a disk with little space, and requires more for more data', async () => {
    const { at, problems } = clinic();
    const free = (): number => 2e9;
    expect(await problems({ probe: { free } })).toEqual([]);
    const full = { free: () => 5e8 };
    expect(told(await problems({ probe: full }))).toEqual(['computer little-room']);
    const large = { free, size: () => 4e8 };
    expect(told(await problems({ probe: large }))).toEqual(['computer little-room']);
    const disk = (folder: string): number => (folder === at('packs') ? 1 : 2);
    expect(told(await problems({ probe: { ...full, disk } }))).toEqual(
      ['packs', 'store'].map(() => 'computer little-room'),
    );
  });

  it.runIf(process.platform !== 'win32')('reports a store that everyone can read', async () => {
    const { at, folder, problems } = clinic();
    for (const path of [folder, at('store')]) chmodSync(path, 0o755);
    expect(told(await problems())).toEqual(['note open-store']);
    chmodSync(folder, 0o700);
    expect(await problems()).toEqual([]);
  });
});

describe('checking the key', () => {
  it('reports a key of ten characters, in its file or in the environment, without printing it', async () => {
    const { at, write, problems } = clinic();
    write('key/boardpack.key', 'abcdefghij');
    const inFile = await problems();
    expect(told(inFile)).toEqual(['data short-key']);
    expect(inFile[0]?.file).toBe(at('key/boardpack.key'));
    const given = await problems({ environment: { BOARDPACK_KEY: 'klmnopqrst' } });
    expect(given.map(({ code, file }) => [code, file])).toEqual([['short-key', 'BOARDPACK_KEY']]);
    expect(JSON.stringify([inFile, given])).not.toMatch(/abcdefghij|klmnopqrst/);
  });

  it('reports a key in a data folder', async () => {
    const { at, write, problems } = clinic();
    copyFileSync(at('key/boardpack.key'), at('store/boardpack.key'));
    const settings = `service: {en: Test, cy: Prawf}\nnation: Wales\nareas: [W06000005]\nlanguages: [en]\nextracts: in\nreference: reference\ndeliveries: store\n`;
    write('service.yaml', `${settings}key_file: store/boardpack.key\n`);
    expect(told(await problems())).toEqual(['declaration key-among-data']);
    write('service.yaml', `${settings}key_file: store/../key/boardpack.key\n`);
    expect(await problems()).toEqual([]);
  });

  it('reports a key that cannot be read', async () => {
    const { at, problems } = clinic();
    chmodSync(at('key/boardpack.key'), 0o000);
    expect(told(await asNobody(at('.'), problems))).toEqual(['computer no-key']);
  });

  it.runIf(process.platform !== 'win32')('reports a key that other users can read', async () => {
    const { at, problems } = clinic();
    chmodSync(at('key/boardpack.key'), 0o640);
    const found = await problems();
    expect(told(found)).toEqual(['computer open-secret']);
    expect(readProblem(found[0])?.fix).toContain('chmod 600');
  });

  it('reports a missing or different key if the store was made with one', async () => {
    const { at, problems } = clinic();
    received(at('store'), TODAY, KEY);
    expect(await problems()).toEqual([]);
    const environment = { BOARDPACK_KEY: KEY.replaceAll('0', 'f') };
    expect(told(await problems({ environment }))).toEqual(['data other-key']);
    rmSync(at('key/boardpack.key'));
    expect(told(await problems())).toEqual(['data lost-key']);
    expect(await problems({ environment: { BOARDPACK_KEY: KEY } })).toEqual([]);
  });

  it('reports a mail password that is missing or that other users can read', async () => {
    const { at, write, problems } = clinic();
    const email = `{host: mail.example, from: a@b.example, to: [c@d.example], user: a, password_file: mail}`;
    appendFileSync(at('schedule.yaml'), `notices: {email: ${email}}\n`);
    expect(told(await problems())).toEqual(['declaration no-password']);
    expect(await problems({ environment: { BOARDPACK_SMTP_PASSWORD: 'secret' } })).toEqual([]);
    write('mail', 'secret');
    expect(await problems()).toEqual([]);
  });
});

describe('checking the identity file', () => {
  it('reports a missing identity file if the store needs it', async () => {
    const { at, problems } = clinic();
    received(at('store'), TODAY, KEY);
    rmSync(at('store/identity'), { recursive: true });
    const found = await problems();
    expect(told(found)).toEqual(['data no-identities']);
    expect(found[0]?.file).toBe(at('store/identity/identities.sealed'));
    expect(exitStatus(found)).toBe(2);
  });

  it('reports a missing or different key for it without a ledger that records the key', async () => {
    const { at, problems } = clinic();
    received(at('store'), TODAY, KEY);
    rmSync(at('store/ledger.jsonl'));
    expect(await problems()).toEqual([]);
    const environment = { BOARDPACK_KEY: KEY.replaceAll('0', 'f') };
    const found = await problems({ environment });
    expect(told(found)).toEqual(['data identity-unreadable']);
    expect(readProblem(found[0])?.fix).toContain('the key that it was written with');
    rmSync(at('key/boardpack.key'));
    expect(told(await problems())).toEqual(['data lost-key']);
  });

  it('reports a damaged identity file, and decisions that cannot be read', async () => {
    const { at, write, problems } = clinic();
    received(at('store'), TODAY, KEY);
    write('store/identity/decisions.csv', 'source,person,child,says\npolice,p,c,perhaps\n');
    expect((await problems()).map(({ code, line }) => [code, line])).toEqual([['bad-decision', 2]]);
    rmSync(at('store/identity/decisions.csv'));
    write('store/identity/identities.sealed', 'BPID');
    expect(told(await problems())).toEqual(['data identity-unreadable']);
  });
});
