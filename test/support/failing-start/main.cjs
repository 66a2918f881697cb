// Stint, of which the first start fails late: popup and IPC stand by then.
const { join } = require('node:path');
const { app, powerMonitor } = require('electron');

const root = join(__dirname, '../../..');
app.setAppPath(root);

const { on } = powerMonitor;
powerMonitor.on = () => {
  powerMonitor.on = on;
  throw new Error('The first start of this test fails');
};

require(join(root, 'out/main/main.cjs'));
