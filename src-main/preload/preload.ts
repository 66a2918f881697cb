import { contextBridge, ipcRenderer } from 'electron';
import {
  type Answer,
  CHANNEL,
  type Found,
  type Outcome,
  type Search,
  type Showing,
  type StintBridge,
  type ToldSnapshot,
} from '#contract';

/** What main says before the page asks: with it the first picture is the right one. */
let early: ToldSnapshot | undefined;
const keepEarly = (_event: unknown, snapshot: ToldSnapshot) => (early = snapshot);
ipcRenderer.on(CHANNEL.snapshot, keepEarly);
let showing: Showing | undefined;
ipcRenderer.on(CHANNEL.showing, (_event, next: Showing) => (showing = next));

/** All that the page can do: the four channels, and none of Electron's objects with them. */
const bridge: StintBridge = {
  command: (command) => ipcRenderer.invoke(CHANNEL.command, command) as Promise<Answer<Outcome>>,
  search: <S extends Search>(search: S) =>
    ipcRenderer.invoke(CHANNEL.search, search) as Promise<Answer<Found<S>>>,
  onSnapshot: (listener) => {
    // The event holds the sender, which is a way back to IPC: the page gets the snapshot alone.
    const forward = (_event: unknown, snapshot: ToldSnapshot) => listener(snapshot);
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
