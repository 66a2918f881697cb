import { contextBridge, ipcRenderer } from 'electron';
import {
  CHANNEL,
  type Found,
  type Outcome,
  type Result,
  type Search,
  type Showing,
  type Snapshot,
  type StintBridge,
} from '#contract';

/** What main says before the page asks: with it the first picture is the right one. */
let early: Snapshot | undefined;
const keepEarly = (_event: unknown, snapshot: Snapshot) => (early = snapshot);
ipcRenderer.on(CHANNEL.snapshot, keepEarly);
let showing: Showing | undefined;
ipcRenderer.on(CHANNEL.showing, (_event, next: Showing) => (showing = next));

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
  onShowing: (listener) => {
    const forward = (_event: unknown, next: Showing) => listener(next);
    ipcRenderer.on(CHANNEL.showing, forward);
    if (showing !== undefined) listener(showing);
    return () => void ipcRenderer.off(CHANNEL.showing, forward);
  },
};

contextBridge.exposeInMainWorld('stint', bridge);
