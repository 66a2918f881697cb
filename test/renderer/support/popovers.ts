/** happy-dom has no popovers: there, one is in sight as soon as it is in the document. */
HTMLElement.prototype.showPopover = () => undefined;
