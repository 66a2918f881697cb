import type { Page } from 'playwright';

/** What a page that was taken over could try to reach the network with. */
export const WAYS_OUT = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'img',
  'script',
  'link stylesheet',
  'link preconnect',
  'iframe',
  'object',
  'video',
  'font',
  'Worker',
  'form',
  'WebRTC over UDP',
  'WebRTC over TCP',
] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/**
 * Tries one way from within the page and waits until the page knows how it ended. Whether anything
 * got out is for the canary to say: most ways tell the page nothing.
 */
export function tryWayOut(page: Page, way: WayOut, port: number): Promise<void> {
  return page.evaluate(goOut, { way, port });
}

/** Runs in the page, so all that it needs is within it. */
async function goOut({ way, port }: { way: WayOut; port: number }): Promise<void> {
  const url = `http://127.0.0.1:${port}/`;

  const ended = (target: EventTarget, ...events: readonly string[]) =>
    new Promise<void>((resolve) => {
      for (const event of events) target.addEventListener(event, () => resolve());
    });

  /** Puts an element into the page; one that tells nothing is followed by a request that does. */
  async function element(name: string, attributes: Record<string, string>, ...events: string[]) {
    const made = document.createElement(name);
    const end = ended(made, ...events);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    document.body.append(made);
    await end;
    made.remove();
  }

  async function webRtc(server: RTCIceServer): Promise<void> {
    const connection = new RTCPeerConnection({ iceServers: [server] });
    connection.createDataChannel('out');
    await connection.setLocalDescription(await connection.createOffer());
    while (connection.iceGatheringState !== 'complete') {
      await ended(connection, 'icegatheringstatechange');
    }
    connection.close();
  }

  async function preconnect(): Promise<void> {
    const link = document.createElement('link');
    link.rel = 'preconnect';
    link.href = url;
    document.head.append(link);
    // Such a link has no end that a page hears of: one turn through the same network service stands for it.
    await fetch(url).catch(() => undefined);
    link.remove();
  }

  function form(): Promise<void> {
    const made = document.createElement('form');
    made.action = url;
    made.method = 'post';
    document.body.append(made);
    const refused = ended(document, 'securitypolicyviolation');
    made.submit();
    made.remove();
    return refused;
  }

  const turn = { username: 'user', credential: 'secret' };
  const ways: Record<WayOut, () => unknown> = {
    fetch: () => fetch(url, { mode: 'no-cors' }),
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      const end = ended(request, 'loadend');
      request.send('out');
      return end;
    },
    WebSocket: () => ended(new WebSocket(url.replace('http', 'ws')), 'error', 'open'),
    EventSource: () => ended(new EventSource(url), 'error', 'open'),
    sendBeacon: async () => {
      navigator.sendBeacon(url, 'out');
      await fetch(url, { mode: 'no-cors', keepalive: true });
    },
    img: () => element('img', { src: url }, 'error', 'load'),
    script: () => element('script', { src: url }, 'error', 'load'),
    'link stylesheet': () => element('link', { rel: 'stylesheet', href: url }, 'error', 'load'),
    'link preconnect': preconnect,
    iframe: () => element('iframe', { src: url }, 'load'),
    object: () => element('object', { data: url }, 'error', 'load'),
    video: () => element('video', { src: url }, 'error', 'loadeddata'),
    font: () => new FontFace('Out', `url(${url})`).load(),
    Worker: () => ended(new Worker(url), 'error'),
    form,
    'WebRTC over UDP': () => webRtc({ urls: `stun:127.0.0.1:${port}` }),
    'WebRTC over TCP': () => webRtc({ ...turn, urls: `turn:127.0.0.1:${port}?transport=tcp` }),
  };
  try {
    await ways[way]();
  } catch {
    // Refused at once; the canary has the last word in any case.
  }
}
