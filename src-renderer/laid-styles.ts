/** Sets the styles that came aside with the first picture (first-picture.ts): a script may, a document may not. */
export function setLaidStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}
