import { nativeImage, type NativeImage } from 'electron';
import type { TrayIcon } from './icon-title-and-tooltip.ts';

/** Drawn by scripts/icons.mjs; in the bundle as data URLs, so that no file is looked for at the start. */
const PICTURES = import.meta.glob<string>('./icons/*/*.png', {
  eager: true,
  query: '?inline',
  import: 'default',
});

/** Linux panels get the largest alone, as one picture, and halve it themselves: seen with Electron 33. */
type Representation = readonly [scaleFactor: number, suffix: string];

const SIZES: Readonly<Record<'darwin' | 'win32' | 'linux', readonly Representation[]>> = {
  darwin: [
    [1, 'Template'],
    [2, 'Template@2x'],
  ],
  win32: [
    [1, '-16'],
    [1.5, '-24'],
    [2, '-32'],
  ],
  linux: [
    [1, '-22'],
    [2, '-44'],
  ],
};

/** The picture of one size as a data URL. */
export function pngOf(icon: TrayIcon, suffix: string): string {
  const dataURL = PICTURES[`./icons/${icon}/${icon}${suffix}.png`];
  if (dataURL === undefined) throw new Error(`The picture ${icon}${suffix}.png is missing`);
  return dataURL;
}

export function trayImage(icon: TrayIcon, platform: NodeJS.Platform): NativeImage {
  const sizes = platform === 'darwin' || platform === 'win32' ? SIZES[platform] : SIZES.linux;
  const image = nativeImage.createEmpty();
  for (const [scaleFactor, suffix] of sizes) {
    image.addRepresentation({ scaleFactor, dataURL: pngOf(icon, suffix) });
  }
  // Black and transparent: macOS colours it for the menu bar, whatever lies behind.
  image.setTemplateImage(platform === 'darwin');
  return image;
}
