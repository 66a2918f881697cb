import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modulesAreCurrent } from '../../scripts/bootstrap/modules.mjs';
import { placeOf } from '../../scripts/bootstrap/registry-electron.mjs';
import { countTests } from '../../scripts/test-counts.mjs';

describe('whether node_modules is current', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stint-modules-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, packages: object) =>
    writeFileSync(join(root, file), JSON.stringify({ packages }));
  const wants = (packages: object) => write('package-lock.json', packages);
  const has = (packages: object) => write('node_modules/.package-lock.json', packages);

  it('is so when npm has recorded every package of the lock', () => {
    wants({ '': { name: 'stint' }, 'node_modules/a': { version: '1.0.0' } });
    has({ 'node_modules/a': { version: '1.0.0' } });
    expect(modulesAreCurrent(root)).toBe(true);
  });

  it('is not so in a fresh clone, or when a package is missing or of another version', () => {
    wants({ 'node_modules/a': { version: '1.0.0' } });
    expect(modulesAreCurrent(root)).toBe(false);
    has({});
    expect(modulesAreCurrent(root)).toBe(false);
    has({ 'node_modules/a': { version: '0.9.0' } });
    expect(modulesAreCurrent(root)).toBe(false);
  });

  it('does not ask for the optional packages of other platforms', () => {
    wants({ 'node_modules/for-mac': { version: '1.0.0', optional: true } });
    has({});
    expect(modulesAreCurrent(root)).toBe(true);
  });
});

describe('what is taken from the registry build', () => {
  it("is Electron's own, under Electron's own names", () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron');
    expect(placeOf('Cypress/locales/de.pak')).toBe('locales/de.pak');
  });

  it("is nothing of the app that it was packed for, nor of that app's snapshot", () => {
    expect(placeOf('Cypress/resources/app/index.js')).toBeUndefined();
    expect(placeOf('Cypress/resources/app-update.yml')).toBeUndefined();
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
  });

  it('never lands outside the runtime folder', () => {
    expect(placeOf('Cypress/../../.bashrc')).toBeUndefined();
    expect(placeOf('/etc/passwd')).toBeUndefined();
  });
});

describe('what a test run counted', () => {
  const passing = { status: 'passed', assertionResults: [{}] };

  it('is what vitest reports', () => {
    const report = { numPassedTests: 5, numFailedTests: 2, testResults: [passing] };
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('has a failure for each file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 5, numFailedTests: 0, testResults: [passing, broken] };
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('has a failure for a run that crashed, with a report or without', () => {
    const report = { numPassedTests: 5, numFailedTests: 0, testResults: [passing] };
    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});
