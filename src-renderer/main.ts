import type { StintBridge } from '#contract';
import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/dialog.css';

/** Put on the window by the preload script. */
declare const stint: StintBridge;

mount(App, { target: document.body, props: { bridge: stint } });
