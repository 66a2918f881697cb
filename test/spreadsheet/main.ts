import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createClock } from '../../src-main/adapters/clock/wall-clock.ts';
import { csvHead, csvLine } from '../../src-main/domain/export/csv-lines.ts';
import { csvStyleOf, type CsvStyle } from '../../src-main/domain/export/csv-separator.ts';
import { at, delivered, entry, seconds, task } from '../support/values.ts';

/** Opens what Stint exports in LibreOffice, in the languages of several systems, and reads the cells back. */

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'pt-BR', 'sv-SE', 'ja-JP', 'de-CH'];
const DESCRIPTION = 'two\nlines; "quoted", 1,5 = 3';

/** Of the first line below the head: `date 2026-11-24T09:00:00`. */
const WANTED = [
  'date 2026-11-24T09:00:00',
  'date 2026-11-24T10:30:01',
  'float 1.5003',
  'float 5401',
  'string activity',
  'string Schema',
  'string Orion',
  'empty',
  `string ${DESCRIPTION}`,
  'string in Toggl Focus',
  'float 70',
  'string UTC+01:00',
];

const execute = promisify(execFile);
const work = mkdtempSync(join(tmpdir(), 'stint-spreadsheet-'));

function csvFor(style: CsvStyle): string {
  const clock = createClock('Europe/Berlin');
  const work = entry('a', delivered(70), {
    startAt: at('08:00'),
    seconds: seconds(5401),
    task: task(1, 'Schema', 'Orion'),
    description: DESCRIPTION,
  });
  const isoTime = (instant: Parameters<typeof clock.isoTime>[0]) => clock.isoTime(instant);
  return csvHead(style) + csvLine(work, { ...style, isoTime, tagsOf: () => [] });
}

/** A LibreOffice of nobody's, whose system speaks that language. */
function profileFor(locale: string): string {
  const profile = join(work, `profile-${locale}`);
  mkdirSync(join(profile, 'user'), { recursive: true });
  const setting = `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>`;
  writeFileSync(
    join(profile, 'user/registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${setting}</oor:items>`,
  );
  return pathToFileURL(profile).href;
}

/** As in its dialog, with UTF-8, the separator of the system, and "Detect special numbers". */
function filterFor({ separator }: CsvStyle): string {
  return `Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1,,0,false,true`;
}

async function cellsIn(locale: string): Promise<readonly string[]> {
  const style = csvStyleOf(locale);
  const file = join(work, `${locale}.csv`);
  writeFileSync(file, csvFor(style));
  await execute('soffice', [
    `-env:UserInstallation=${profileFor(locale)}`,
    '--headless',
    '--convert-to',
    'fods',
    `--infilter=${filterFor(style)}`,
    '--outdir',
    work,
    file,
  ]);
  return secondRow(readFileSync(join(work, `${locale}.fods`), 'utf8'));
}

function secondRow(document: string): readonly string[] {
  const [, , row = ''] = document.split(/<table:table-row[^>]*>/);
  const cells = row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs);
  return Array.from(cells, ([, attributes = '', inside = '']) => cell(attributes, inside));
}

function cell(attributes: string, inside: string): string {
  const [, type] = /office:value-type="(\w+)"/.exec(attributes) ?? [];
  if (type === undefined) return 'empty';
  const [, value] = /office:(?:date-)?value="([^"]*)"/.exec(attributes) ?? [];
  return `${type} ${value ?? textOf(inside)}`;
}

function textOf(inside: string): string {
  return Array.from(inside.matchAll(/<text:p>(.*?)<\/text:p>/gs), ([, line = '']) => line)
    .join('\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

let wrong = 0;
try {
  for (const locale of LOCALES) {
    const found = await cellsIn(locale);
    const differing = WANTED.flatMap((wanted, index) =>
      found[index] === wanted ? [] : [`${JSON.stringify(found[index])}, not ${wanted}`],
    );
    wrong += differing.length;
    const { separator, decimal } = csvStyleOf(locale);
    say(`${differing.length === 0 ? 'ok    ' : 'FAILED'} ${locale} (${separator} and ${decimal})`);
    for (const each of differing) say(`  ${each}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
