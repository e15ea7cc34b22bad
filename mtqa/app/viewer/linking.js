// Part of the article: the address of the open issue, to be sent to a colleague or kept. Joined to viewer.js by Python.

function linkTo(view) {
  const link = new URL(location.href);
  link.searchParams.set("article", view.article);
  if (view.selected) link.searchParams.set("finding", view.selected);
  else link.searchParams.delete("finding");
  return link.href;
}

async function copyLink(view) {
  const link = linkTo(view);
  try {
    await navigator.clipboard.writeText(link);
    tell(view, view.words["The address of this issue is copied."]);
  } catch {
    // Not every browser lets a page copy; the address can still be read.
    tell(view, `${view.words["Copy this address:"]} ${link}`, 30_000);
  }
}

function tell(view, text, stay = 4_000) {
  view.said.textContent = text;
  clearTimeout(view.quiet);
  view.quiet = setTimeout(() => view.said.replaceChildren(), stay);
}
