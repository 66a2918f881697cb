import { createFocus } from '../../../src-main/demo/focus-without-network.ts';
import { createListener } from '../../../src-main/demo/http-listener.ts';
import type { Order, Report, Settings } from './timed-server-messages.ts';

/** The embedded Toggl Focus as a child process that knows how long it worked itself. */
async function serve({ file, ...place }: Settings): Promise<void> {
  let workedMs = 0;
  let requests = 0;
  const focus = createFocus({ file, seed: 'tasks', keys: [place.key], ...place });
  const listener = createListener({
    handle(request) {
      const startedAt = performance.now();
      const response = focus.handle(request);
      workedMs += performance.now() - startedAt;
      requests += 1;
      return response;
    },
  });
  const port = await listener.open(0);
  tell({ kind: 'ready', baseUrl: `http://127.0.0.1:${port}/api` });
  process.on('message', (order: Order) => {
    if (order === 'report') {
      tell({ kind: 'work', workedMs, requests, entries: focus.entries().length });
      return;
    }
    void listener.close().then(() => {
      focus.close();
      process.disconnect();
    });
  });
}

function tell(report: Report): void {
  process.send?.(report);
}

await serve(JSON.parse(process.argv[2] ?? '{}') as Settings);
