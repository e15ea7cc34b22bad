// Part of the article: words that the reviewer selects in order to mark them. Joined to viewer.js by Python.

function chosen(view) {
  const tree = view.root.getRootNode();
  const selection = tree.getSelection?.() ?? document.getSelection();
  const range = selection?.getComposedRanges?.({ shadowRoots: [tree] })[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset)) return null;
  const start = placeOf(view, range.startContainer, range.startOffset, 0);
  const end = placeOf(view, range.endContainer, range.endOffset, 1);
  return start !== null && end !== null && start < end ? { start, end, range } : null;
}

// The offset in the article of a place in the page; a place in a mark is that mark's start (edge 0) or end (edge 1).
function placeOf(view, container, offset, edge) {
  if (!view.root.querySelector(".text").contains(container)) return null;
  if (container.mtqaPlace && container.nodeType === Node.TEXT_NODE) return container.mtqaPlace[0] + offset;
  const element = container.nodeType === Node.TEXT_NODE ? container.parentElement : container;
  const mark = element.closest(".mark");
  if (mark) return mark.mtqaPlace[edge];
  if (!element.classList.contains("block")) return null;
  const child = edge ? element.childNodes[offset - 1] : element.childNodes[offset];
  if (child) return child.mtqaPlace[edge];
  return (edge ? element.firstChild : element.lastChild)?.mtqaPlace[1 - edge] ?? null;
}

function offerMark(view) {
  if (!view?.root.isConnected) return;
  view.chosen = chosen(view);
  view.offer.hidden = !view.chosen;
  if (!view.chosen) return;
  const range = new Range();
  range.setStart(view.chosen.range.startContainer, view.chosen.range.startOffset);
  range.setEnd(view.chosen.range.endContainer, view.chosen.range.endOffset);
  const box = range.getBoundingClientRect();
  const home = view.root.getBoundingClientRect();
  view.offer.style.top = `${box.bottom - home.top + 6}px`;
  view.offer.style.left = `${Math.max(0, Math.min(box.left - home.left, home.width - 190))}px`;
}

function markChosen(view) {
  if (!view.chosen) return;
  emit(view, "mark", { article: view.article, start: view.chosen.start, end: view.chosen.end });
  view.chosen = null;
  view.offer.hidden = true;
}
