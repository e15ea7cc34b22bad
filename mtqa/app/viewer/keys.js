// Part of the article: one key for each action. Joined to viewer.js by Python.

const TYPED = /^(?!(?:checkbox|radio|button|submit|range)$)/;
const BUSY = "[role=dialog], [data-testid=stPopoverBody], [data-testid=stSelectboxVirtualDropdown]";

function isTyping(event) {
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (target?.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target?.tagName)) return true;
  if (target?.tagName === "INPUT" && TYPED.test(target.type)) return true;
  return document.querySelector(BUSY) !== null;
}

function onKey(event) {
  const view = shared.view;
  if (!view?.root.isConnected || isTyping(event)) return;
  if (view.help.open) {
    if (event.key === "?" ) { view.help.close(); event.preventDefault(); }
    return;
  }
  const onMark = event.composedPath()[0]?.classList?.contains("mark");
  const act = {
    j: () => move(view, 1),
    k: () => move(view, -1),
    a: () => decide(view, "accept"),
    x: () => decide(view, "dismiss"),
    u: () => undo(view),
    m: () => markChosen(view),
    l: () => copyLink(view),
    "?": () => view.help.showModal(),
    ...(onMark && {
      ArrowRight: () => move(view, 1),
      ArrowDown: () => move(view, 1),
      ArrowLeft: () => move(view, -1),
      ArrowUp: () => move(view, -1),
      Enter: () => pick(view, event.composedPath()[0].dataset.id),
      " ": () => pick(view, event.composedPath()[0].dataset.id),
    }),
  }[event.key] ?? (/^[1-9]$/.test(event.key) ? () => decide(view, "accept", Number(event.key) - 1) : null);
  if (!act) return;
  act();
  event.preventDefault();
  event.stopPropagation();
}
