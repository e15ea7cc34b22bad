// Part of the article: drawing it anew moves nothing under the reader's eyes. Joined to viewer.js by Python.

// What was read stays where it was, and a mark that had the focus has it again, when the article is drawn anew.
function holdPlace(root) {
  const blocks = () => [...root.querySelectorAll(".block")];
  const number = blocks().findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const before = blocks()[number]?.getBoundingClientRect().top;
  const focused = root.getRootNode().activeElement?.dataset?.id;
  return (view) => {
    const after = blocks()[number]?.getBoundingClientRect().top;
    const page = document.querySelector("[data-testid=stMain]");
    if (page && before !== undefined && after !== undefined) page.scrollBy({ top: after - before, behavior: "instant" });
    if (focused) view.marks.get(focused)?.[0]?.node.focus({ preventScroll: true });
  };
}
