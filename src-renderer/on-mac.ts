/** Main, which draws the first picture, has no navigator: no key is written on that one. */
export function onMac(): boolean {
  return typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
}
