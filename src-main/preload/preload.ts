import { contextBridge, ipcRenderer } from 'electron';
import {
  CHANNEL,
  type Found,
  type Outcome,
  type Result,
  type Search,
  type Snapshot,
  type StintBridge,
} from '#contract';

/** What main says before the page asks: with it the first picture is the right one. */
let early: Snapshot | undefined;
const keepEarly = (_event: unknown, snapshot: Snapshot) => (early = snapshot);
ipcRenderer.on(CHANNEL.snapshot, keepEarly);
let shown: boolean | undefined;
ipcRenderer.on(CHANNEL.shown, (_event, next: boolean) => (shown = next));

/** All that the page can do: the four channels, and none of Electron's objects with them. */
const bridge: StintBridge = {
  command: (command) => ipcRenderer.invoke(CHANNEL.command, command) as Promise<Result<Outcome>>,
  search: <S extends Search>(search: S) =>
    ipcRenderer.invoke(CHANNEL.search, search) as Promise<Result<Found<S>>>,
  onSnapshot: (listener) => {
    // The event holds the sender, which is a way back to IPC: the page gets the snapshot alone.
    const forward = (_event: unknown, snapshot: Snapshot) => listener(snapshot);
    ipcRenderer.off(CHANNEL.snapshot, keepEarly);
    ipcRenderer.on(CHANNEL.snapshot, forward);
    if (early !== undefined) listener(early);
    early = undefined;
    return () => void ipcRenderer.off(CHANNEL.snapshot, forward);
  },
  onShown: (listener) => {
    const forward = (_event: unknown, next: boolean) => listener(next);
    ipcRenderer.on(CHANNEL.shown, forward);
    if (shown !== undefined) listener(shown);
    return () => void ipcRenderer.off(CHANNEL.shown, forward);
  },
};

contextBridge.exposeInMainWorld('stint', bridge);
