import type { Page } from 'playwright';

/**
 * Texts of the page that a person cannot read to their end: cut by an element around them that neither scrolls nor
 * says by dots that there is more, or outside of the page's width.
 */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    const isMeant = (element: Element) =>
      element.closest('.out-of-sight, .ellipsis, dialog:not([open])') !== null ||
      getComputedStyle(element).textOverflow === 'ellipsis';
    const isOut = ({ left, right }: DOMRect, box: { left: number; right: number }) =>
      right > box.right + 1 || left < box.left - 1;
    const around = (element: Element | null): readonly Element[] =>
      element === null ? [] : [element, ...around(element.parentElement)];
    function isCut(text: Node, parent: Element): boolean {
      const range = document.createRange();
      range.selectNodeContents(text);
      const place = range.getBoundingClientRect();
      if (place.width === 0 || place.height === 0) return false;
      const boxes = around(parent).filter((each) => each !== document.body && clips(each));
      return (
        isOut(place, { left: 0, right: innerWidth }) ||
        boxes.some((each) => !isMeant(each) && isOut(place, each.getBoundingClientRect()))
      );
    }
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (words === '' || parent === null || isMeant(parent)) continue;
      if (isCut(node, parent)) found.push(words);
    }
    return found;
  });
}
