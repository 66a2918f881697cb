import type { Snapshot, StintBridge } from '#contract';
import { render } from 'svelte/server';
import App from './App.svelte';
import { toldSnapshot } from './words/status/said-by-main.ts';

/**
 * The popup as it stands when it opens, as HTML of the page's body: main sends it with the page, so that
 * what a person looks for is there before the first script. The page then comes to life in it (start.ts).
 */
export function firstPicture(snapshot: Snapshot): string {
  return laidAside(render(App, { props: { bridge: saying(snapshot) } }).body);
}

/** Svelte writes no `<` and no `"` of its own but those of tags and around values. */
const TAG = /<[a-z](?:[^">]|"[^"]*")*>/gi;
const VALUE_OR_STYLE = /("[^"]*")|\sstyle=/g;

/** The page's policy lets in no style that comes with a document; a script after it does (src-main/desktop/security/page-address-and-csp.ts). */
function laidAside(html: string): string {
  return html.replaceAll(TAG, (tag) =>
    tag.replaceAll(VALUE_OR_STYLE, (_found, value?: string) => value ?? ' data-style='),
  );
}

/** Nothing is asked while a picture is drawn. */
function saying(snapshot: Snapshot): StintBridge {
  const none = () => Promise.reject(new Error('a picture asks nothing'));
  return {
    command: none,
    search: none,
    onSnapshot(listener) {
      listener(toldSnapshot(snapshot));
      return () => undefined;
    },
    onShowing: () => () => undefined,
  };
}
