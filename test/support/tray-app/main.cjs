// The smallest app that a desktop session can be proven with: an icon, a menu, a window and one secret.
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron');
const keytar = require('keytar');

let tray;
let window;

function icon(color) {
  const size = 16;
  const bitmap = Buffer.alloc(size * size * 4, Buffer.from(color));
  return nativeImage.createFromBitmap(bitmap, { width: size, height: size });
}

function tell(words) {
  tray.setToolTip(words);
}

async function keepSecret() {
  await keytar.setPassword('Stint tray fixture', 'account', 'a secret');
  tell(`secret: ${await keytar.getPassword('Stint tray fixture', 'account')}`);
}

function open() {
  window = new BrowserWindow({ width: 300, height: 200, frame: false, title: 'Fixture' });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.loadURL('data:text/html,<body style="background:rgb(10,200,30)">');
}

app.on('window-all-closed', () => undefined);
app.whenReady().then(() => {
  tray = new Tray(icon([0, 0, 255, 255]));
  tell('ready');
  tray.on('click', () => tell('left click'));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Keep a secret', click: keepSecret },
      { type: 'separator' },
      { label: 'Open', click: open },
      { label: 'Turn green', click: () => tray.setImage(icon([0, 255, 0, 255])) },
      { label: 'More', submenu: [{ label: 'Never', enabled: false }] },
    ]),
  );
});
