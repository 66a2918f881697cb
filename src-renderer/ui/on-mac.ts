/** Main may have no navigator (Node 20): keys on the first picture are then named as elsewhere, until the page lives. */
export function onMac(): boolean {
  return typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
}
