import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/electron/electron-app.ts';

/** The table of `docs/api-coverage.md`: which test shows each route of the official page at work. */
function rows(): readonly {
  readonly route: string;
  readonly file: string;
  readonly name: string;
}[] {
  const page = readFileSync(join(projectRoot, 'docs', 'api-coverage.md'), 'utf8');
  const cells = page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, route]) => /^`[A-Z]+ O\//.test(route ?? ''));
  return cells.map(([, route = '', , test = '']) => {
    const [, file = '', name = ''] = /^`([\w/-]+)`: (.+)$/.exec(test) ?? [];
    return { route: route.replaceAll('`', ''), file, name };
  });
}

test('the table has each of the sixteen routes once', () => {
  const routes = rows().map(({ route }) => route);
  expect(new Set(routes).size).toBe(16);
  expect(routes).toHaveLength(16);
});

test.each(rows())(
  '$route has a test of its own, which names the route',
  ({ route, file, name }) => {
    const text = readFileSync(join(projectRoot, 'test', 'e2e', `${file}.test.ts`), 'utf8');
    expect(text).toContain(`it('${name}'`);
    const [method, path] = route.split(' ');
    expect(text).toMatch(new RegExp(`'${method}',\\s*'${path?.replaceAll('*', '\\*')}'`));
  },
);
