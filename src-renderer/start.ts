import type { StintBridge } from '#contract';
import { hydrate, mount } from 'svelte';
import App from './App.svelte';

/** Put on the window by the preload script. */
declare const stint: StintBridge;

/** Brings the first picture to life, or draws one where main has sent none. */
export function start(): void {
  const { body } = document;
  const begin = body.firstElementChild === null ? mount : hydrate;
  begin(App, { target: body, props: { bridge: stint } });
  body.ariaBusy = null;
}
