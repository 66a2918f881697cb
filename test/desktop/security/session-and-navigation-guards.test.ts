import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  confineToPage,
  guardContents,
  guardSession,
} from '../../../src-main/desktop/security/session-and-navigation-guards.ts';
import { bundledPage, devPage } from '../../../src-main/desktop/security/page-address-and-csp.ts';
import {
  assertHardened,
  HARDENED,
} from '../../../src-main/desktop/security/window-web-preferences.ts';

type Answer = (answer: unknown) => void;

/** Keeps what a guard hands to Electron, so that a test can ask it what Electron would. */
class FakeElectron extends EventEmitter {
  readonly handlers = new Map<string, (...args: unknown[]) => unknown>();
  readonly webRequest = { onBeforeRequest: this.keep('onBeforeRequest') };
  readonly setPermissionRequestHandler = this.keep('permissionRequest');
  readonly setPermissionCheckHandler = this.keep('permissionCheck');
  readonly setDevicePermissionHandler = this.keep('devicePermission');
  readonly setWindowOpenHandler = this.keep('windowOpen');
  webRtcPolicy = '';
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  private keep(name: string) {
    return (handler: (...args: unknown[]) => unknown) => void this.handlers.set(name, handler);
  }

  ask(name: string, ...args: unknown[]): unknown {
    return this.handlers.get(name)!(...args);
  }

  /** Whether a listener took the event back. */
  prevents(name: string, event: object = {}): boolean {
    let prevented = false;
    this.emit(name, { ...event, preventDefault: () => (prevented = true) });
    return prevented;
  }
}

function silent(): void {
  // These tests are about answers; what is logged holds kinds alone.
}

function guarded(page = bundledPage()): FakeElectron {
  const electron = new FakeElectron();
  guardSession(electron as unknown as Session, silent);
  confineToPage(electron as unknown as Session, page, silent);
  guardContents(electron as unknown as WebContents, page, silent);
  return electron;
}

describe('the guards', () => {
  it('give no permission', () => {
    const answers: unknown[] = [];
    const answer: Answer = (value) => answers.push(value);
    guarded().ask('permissionRequest', {}, 'media', answer);

    expect(answers).toEqual([false]);
    expect(guarded().ask('permissionCheck', {}, 'media')).toBe(false);
    expect(guarded().ask('devicePermission', {})).toBe(false);
  });

  it('let nothing be downloaded', () => {
    expect(guarded().prevents('will-download')).toBe(true);
  });

  it.each(['will-redirect', 'will-attach-webview'])('take back %s', (event) => {
    expect(guarded().prevents(event)).toBe(true);
  });

  it('let neither page nor frame go anywhere, its own address included', () => {
    for (const isMainFrame of [true, false]) {
      for (const url of ['app://stint/', 'https://example.org/']) {
        expect(guarded().prevents('will-frame-navigate', { url, isMainFrame })).toBe(true);
      }
    }
  });

  it('let a dev server reload its page and no frame', () => {
    const dev = guarded(devPage('http://localhost:5173'));
    const url = 'http://localhost:5173/';

    expect(dev.prevents('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
    expect(dev.prevents('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  it('open no window', () => {
    expect(guarded().ask('windowOpen', { url: 'https://example.org/' })).toEqual({
      action: 'deny',
    });
  });

  it('cut the page off from the network, WebRTC included', () => {
    const electron = guarded();
    const answers: unknown[] = [];
    for (const url of ['app://stint/', 'https://focus.toggl.com/', 'wss://example.org/']) {
      const answer: Answer = (value) => answers.push(value);
      electron.ask('onBeforeRequest', { url, resourceType: 'xhr' }, answer);
    }

    expect(answers).toEqual([{ cancel: false }, { cancel: true }, { cancel: true }]);
    expect(electron.webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});

describe('the last look before a window opens', () => {
  it('knows all that a page must not have', () => {
    expect(HARDENED).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('lets the hardened preferences pass', () => {
    expect(() => assertHardened({ ...HARDENED, devTools: true })).not.toThrow();
  });

  it.each(Object.entries(HARDENED))('refuses a window without %s: %s', (name, value) => {
    expect(() => assertHardened({ ...HARDENED, [name]: !value })).toThrow(name);
    expect(() => assertHardened({ ...HARDENED, [name]: undefined })).toThrow(name);
  });

  it('refuses a window without preferences', () => {
    expect(() => assertHardened(undefined)).toThrow('It was not opened');
  });
});
