// The least that an Electron tray app with a popup can be: what Stint is measured beside.
const { app, BrowserWindow, Tray } = require('electron');
const { join } = require('node:path');

/** Otherwise the popup is kept for ever once it was opened. */
const destroysOnHiding = process.env.FLOOR_POPUP === 'destroyed';

function createPopup() {
  const popup = new BrowserWindow({
    width: 360,
    height: 640,
    show: false,
    frame: false,
    resizable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  // With the fuses of a packaged Stint, file: does not reach into the archive.
  popup.loadFile(join(process.resourcesPath, 'popup.html'));
  popup.once('ready-to-show', () => popup.show());
  return popup;
}

app.on('window-all-closed', () => undefined);
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, 'icon.png'));
  tray.setToolTip('Floor');
  let popup;
  tray.on('click', () => {
    if (popup === undefined) popup = createPopup();
    else if (!popup.isVisible()) popup.show();
    else if (destroysOnHiding) {
      popup.destroy();
      popup = undefined;
    } else popup.hide();
  });
});
