/** Enter that is held down is pressed once: what it did first may be undone by what it would do next. */
export function stopHeldEnter(event: KeyboardEvent): void {
  if (!event.repeat || event.key !== 'Enter') return;
  event.preventDefault();
  event.stopPropagation();
}
