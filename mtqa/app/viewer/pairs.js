// Part of the article: which sentence of the source belongs to which of the article. Joined to viewer.js by Python.

function pickPair(view, pair) {
  const id = view.order.find((one) => view.places.get(one) >= pair.start && view.places.get(one) < pair.end && !view.hidden.has(one));
  if (id) pick(view, id);
  link(view, pair);
}

function link(view, pair) {
  view.linked?.node?.classList.remove("linked");
  view.linked = pair;
  pair?.node?.classList.add("linked");
  const range = pair && rangeOf(view, pair.start, pair.end);
  if (!window.Highlight) return;
  if (range) CSS.highlights.set("mtqa-linked", new Highlight(range));
  else CSS.highlights.delete("mtqa-linked");
}

function rangeOf(view, start, end) {
  const first = view.nodes.find((node) => node.mtqaPlace[1] > start);
  const last = view.nodes.findLast((node) => node.mtqaPlace[0] < end);
  if (!first || !last) return null;
  const range = new Range();
  if (first.nodeType === Node.TEXT_NODE) range.setStart(first, Math.max(0, start - first.mtqaPlace[0]));
  else range.setStartBefore(first);
  if (last.nodeType === Node.TEXT_NODE) range.setEnd(last, Math.min(last.length, end - last.mtqaPlace[0]));
  else range.setEndAfter(last);
  return range;
}
