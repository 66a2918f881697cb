import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { familyOf } from '../../support/desktop-session/processes.ts';
import {
  TASK_A,
  TASK_B,
  type FaultServer,
  type Matches,
} from '../../support/server/fault-server.ts';
import { answer, redirect } from '../../support/server/faults.ts';
import { filesHolding, formsOfKey } from '../../support/electron/find-text.ts';
import { heapOf } from '../../support/measure/heap.ts';
import {
  addressOf,
  allSent,
  connected,
  entriesReading,
  hostOf,
  noNotice,
  noticeSaying,
  press,
  track,
  type,
} from '../../support/electron/popup-steps.ts';
import { until } from '../../support/until.ts';
import { openServer, runStint, type StintRun, sharedSession } from '../../support/stint-run.ts';

const KEY = `toggl_sk_${'00112233445566778899'.repeat(2)}`;
const LOGIN = { email: 'ada@example.com', password: 'correct-horse-battery-staple' };
const BASIC = Buffer.from(`${LOGIN.email}:${LOGIN.password}`).toString('base64');

type Case = {
  readonly name: string;
  readonly accepts: { readonly keys: readonly string[]; readonly login?: typeof LOGIN };
  readonly fill: (page: Page) => Promise<void>;
  /** What the person types and nobody else may read. */
  readonly plain: string;
  readonly header: string;
  readonly kept: string;
  /** Every form in which the secret may not be found. */
  readonly forms: readonly string[];
};

const cases: readonly Case[] = [
  {
    name: 'an API key',
    accepts: { keys: [KEY] },
    fill: (page) => type(page, 'API key', KEY),
    plain: KEY,
    header: `Bearer ${KEY}`,
    kept: KEY,
    forms: formsOfKey(KEY),
  },
  {
    name: 'a password',
    accepts: { keys: [], login: LOGIN },
    fill: async (page) => {
      await page.getByText('More ways to connect').click();
      await press(page, 'Use e-mail and password');
      await type(page, 'E-mail', LOGIN.email);
      await type(page, 'Password', LOGIN.password);
    },
    plain: LOGIN.password,
    header: `Basic ${BASIC}`,
    kept: JSON.stringify(LOGIN),
    forms: [...formsOfKey(LOGIN.password), BASIC],
  },
];

/** What a server may make of a secret before it says it back. */
function shapesOf({ plain }: Case): readonly string[] {
  const units = plain.split('').map((unit) => unit.charCodeAt(0).toString(16));
  return [
    plain.toUpperCase(),
    plain.replace('toggl_sk_', ''),
    Buffer.from(plain).toString('base64'),
    Buffer.from(`:${plain}`).toString('base64'),
    Buffer.from(plain).toString('hex'),
    units.map((unit) => `%${unit}`).join(''),
    units.map((unit) => `\\u00${unit}`).join(''),
  ];
}

/** Whatever is read meanwhile. */
const isSent: Matches = ({ method }) => method === 'POST';

const formsIn = (text: string, forms: readonly string[]) =>
  forms.filter((form) => text.includes(form));

/** What any user of the machine, and any crash report, can see of a process. */
function processFacts(app: StintRun): string {
  const { pid = 0 } = app.electron.process();
  const family = familyOf(pid);
  expect(family.length).toBeGreaterThan(2);
  const files = family.flatMap((each) => [
    `/proc/${each.pid}/cmdline`,
    `/proc/${each.pid}/environ`,
  ]);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** The page as it stands, with what its fields hold. */
function documentOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
    return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
  });
}

describe('the secret', () => {
  const session = sharedSession();

  /** Each way in which the secret could get out: typed twice, sent, and echoed by the server. */
  async function useSecret(page: Page, server: FaultServer, secret: Case): Promise<void> {
    const echo = {
      error: `refused ${secret.header}`,
      error_description: `not with ${secret.header}, which says ${secret.plain} ${shapesOf(secret).join(' ')}`,
      trace_id: secret.header,
    };
    await secret.fill(page);
    await type(page, 'Toggl Focus address', addressOf(server));
    await press(page, 'Connect');
    await connected(page);
    await track(page, TASK_A.name);
    await allSent(page);

    const accept = server.faults.when(isSent, answer(422, { body: echo }));
    await track(page, TASK_A.name);
    await entriesReading(page, /refused .*\[hidden\]/);
    accept();

    const before = server.requests().length;
    const heal = server.faults.when(() => true, answer(401, { body: echo }));
    await track(page, TASK_B.name);
    await until(() => server.requests().length > before, 'the key was refused once');
    await press(page, 'Refresh');
    await noticeSaying(page, 'no longer accepts your key');
    heal();
    await press(page, 'Connect again');
    await secret.fill(page);
    await press(page, 'Connect');
    await connected(page);
    await noNotice(page);
    await entriesReading(page, / sent$/);

    server.faults.when(isSent, redirect(`https://focus.toggl.com/?was=${secret.header}`));
    await track(page, TASK_B.name);
    await entriesReading(page, / unclear, checking$/);
  }

  it.each(cases)('is in the keyring and nowhere else: $name', async (secret) => {
    const server = await openServer(secret.accepts);
    const app = await runStint({ session: session(), server });
    const page = await app.openPopup();
    const forms = [...secret.forms, ...shapesOf(secret)];

    await useSecret(page, server, secret);

    expect(formsIn(await documentOf(page), forms)).toEqual([]);
    expect(formsIn(await heapOf(page), forms)).toEqual([]);
    expect(formsIn(processFacts(app), forms)).toEqual([]);
    // Killed, so that it cannot tidy up what it wrote.
    await app.kill9();
    expect(formsIn(app.output(), forms)).toEqual([]);
    expect(readFileSync(join(app.folder, 'logs/stint.log'), 'utf8')).toContain('connection tried');
    // The keyring's own file is among those searched.
    expect(filesHolding(session().home, ['GnomeKeyring'])).toHaveLength(1);
    expect(filesHolding(session().home, forms)).toEqual([]);
    expect(await session().keyring.secretsOf('Stint', hostOf(server))).toEqual([secret.kept]);
  });

  it('would be found where it does not belong', async () => {
    const server = await openServer();
    const app = await runStint({ session: session(), server });
    const page = await app.openPopup();
    const forms = formsOfKey(KEY);
    const quoted = JSON.stringify({ quoted: KEY });
    const hidden: Readonly<Record<string, Buffer>> = {
      'as-text': Buffer.from(`x${KEY}x`),
      'as-utf16': Buffer.from(quoted, 'utf16le'),
      ...Object.fromEntries(
        ['', ':', '::', ':::'].map((before) => [
          `as-base64-after-${before.length}`,
          Buffer.from(Buffer.from(`${before}${KEY}:api_token`).toString('base64')),
        ]),
      ),
    };
    const files = Object.keys(hidden).map((name) => join(session().home, name));
    Object.entries(hidden).forEach(([name, bytes]) => {
      writeFileSync(join(session().home, name), bytes);
    });
    await page.evaluate((planted) => {
      // Kept alive by a closure alone: nothing leads to it from the window.
      document.addEventListener('planted', () => planted);
    }, KEY);
    expect(formsIn(await heapOf(page), forms)).toEqual([KEY]);
    await type(page, 'Toggl Focus address', KEY);
    expect(formsIn(await documentOf(page), forms)).toEqual([KEY]);
    expect(processFacts(app)).toContain(app.folder);
    await app.kill9();
    expect(filesHolding(session().home, forms)).toEqual(expect.arrayContaining(files));
  });
});
