// The marked article. Article text enters the page as text nodes only. The browser acts at once and keeps an
// append-only log of events; Python applies what it has not seen and acknowledges it by number, so no key is lost.

const shared = (window.mtqaReview ??= { view: null, desk: null, paintList: null });
shared.receive = (desk) => {
  shared.desk = desk;
  if (shared.view?.name === desk.view) adopt(shared.view, desk);
};
shared.pick = (id) => shared.view && pick(shared.view, id);
shared.copyLink = () => shared.view && copyLink(shared.view);

export default function ({ data: bytes, parentElement, setStateValue }) {
  const data = read(bytes);
  const root = parentElement.querySelector(".article");
  const old = shared.view;
  if (old?.root !== root || old.name !== data.view || old.words.language !== data.words.language) {
    const same = old?.article === data.article;
    const hold = same && old.root === root ? holdPlace(root) : () => {};
    shared.view = build(root, data, same ? old : null);
    if (shared.desk?.view === data.view) adopt(shared.view, shared.desk);
    else paint(shared.view);
    hold(shared.view);
  }
  shared.view.send = () => setStateValue("log", shared.view.log.slice());
}

// The article as Python sent it: the same bytes come with every answer, and are read once.
function read(bytes) {
  if (shared.bytes !== bytes) {
    shared.bytes = bytes;
    shared.data = JSON.parse(new TextDecoder().decode(bytes));
  }
  return shared.data;
}

// ---- events -------------------------------------------------------------------------------------------------

function emit(view, type, fields = {}) {
  view.seq += 1;
  view.log.push({ epoch: view.epoch, seq: view.seq, type, ...fields });
  view.send();
}

function adopt(view, desk) {
  view.root.classList.toggle("with-source", desk.withSource);
  view.hidden = new Set(desk.hidden);
  if (desk.epoch === view.epoch) view.log = view.log.filter((event) => event.seq > desk.ack);
  if (view.log.length === 0) {
    // Python has seen everything we did: from here on its word counts.
    view.decisions = new Map(Object.entries(desk.decisions));
    view.history = desk.history.map((before) => new Map(Object.entries(before)));
    if (desk.selected !== view.selected) select(view, desk.selected, false);
  }
  paint(view);
}

const isOpen = (view, id) => !view.decisions.has(id);
const visible = (view) => view.order.filter((id) => !view.hidden.has(id));

function pick(view, id) {
  select(view, id, true);
  emit(view, "select", { id });
  paint(view);
}

function move(view, by) {
  const ids = visible(view);
  if (!ids.length) return;
  const at = ids.indexOf(view.selected);
  pick(view, ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length]);
}

function decide(view, type, choice = 0) {
  const id = view.selected;
  const issue = view.issues.get(id);
  if (!issue || view.hidden.has(id) || (choice > 0 && choice >= issue.suggestions.length)) return;
  view.history.push(new Map([[id, view.decisions.get(id) ?? null]]));
  view.decisions.set(id, type === "accept" ? ["accepted", issue.suggestions[choice] ?? null] : ["dismissed", null]);
  const ids = visible(view);
  const at = ids.indexOf(id);
  const next = [...ids.slice(at + 1), ...ids.slice(0, at)].find((other) => isOpen(view, other));
  if (next) select(view, next, true);
  emit(view, type, { id, choice, next: next ?? id });
  paint(view);
}

function undo(view) {
  const before = view.history.pop();
  if (before) {
    for (const [id, decision] of before) {
      if (decision) view.decisions.set(id, decision);
      else view.decisions.delete(id);
    }
    const first = before.keys().next().value;
    if (first) select(view, first, true);
  }
  emit(view, "undo");
  paint(view);
}

// ---- drawing ------------------------------------------------------------------------------------------------

function build(root, data, old) {
  const view = {
    root,
    name: data.view,
    article: data.article,
    text: data.text,
    words: data.words,
    blocks: data.blocks,
    nodes: [],
    pairs: data.pairs.map(([block, from, to, start, end]) => ({ block, from, to, start, end, node: null })),
    issues: new Map(data.issues.map((issue) => [issue.id, issue])),
    order: data.issues.map((issue) => issue.id),
    families: data.families,
    groups: data.groups,
    places: new Map(data.issues.map((issue) => [issue.id, issue.pieces[0]?.[0] ?? -1])),
    marks: new Map(data.issues.map((issue) => [issue.id, []])),
    ticks: new Map(),
    decisions: new Map(),
    hidden: new Set(),
    history: [],
    selected: old?.selected ?? null,
    epoch: old?.epoch ?? `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`,
    seq: old?.seq ?? 0,
    log: old?.log ?? [],
    send: () => {},
  };
  const text = root.querySelector(".text");
  text.lang = data.lang;
  text.classList.toggle("right-to-left", data.rightToLeft);
  text.replaceChildren(...paragraphs(view, data));
  text.classList.toggle("long", data.blocks.length > 150);
  root.querySelector(".map").replaceChildren(...ticks(view, data));
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = view.words[node.dataset.say];
  root.querySelector(".map").classList.toggle("dense", data.issues.length > 120);
  for (const node of root.querySelectorAll("[data-name]")) node.ariaLabel = view.words[node.dataset.name];
  view.said = root.querySelector(".said");
  view.help = root.querySelector(".help");
  view.offer = root.querySelector(".mark-it");
  view.offer.onclick = () => markChosen(view);
  view.offer.onpointerdown = (event) => event.preventDefault(); // or the words would no longer be chosen
  root.onclick = (event) => {
    const id = event.target.closest("[data-id]")?.dataset.id;
    const pair = event.target.closest("[data-pair]")?.dataset.pair;
    if (id) pick(view, id);
    else if (pair) pickPair(view, view.pairs[pair]);
  };
  if (shared.onChoice) document.removeEventListener("selectionchange", shared.onChoice);
  shared.onChoice = () => offerMark(shared.view);
  document.addEventListener("selectionchange", shared.onChoice);
  if (shared.onKey) document.removeEventListener("keydown", shared.onKey, true);
  shared.onKey = onKey;
  document.addEventListener("keydown", onKey, true);
  return view;
}

function* paragraphs(view, data) {
  let number = 0;
  const all = data.issues.flatMap((issue) => issue.pieces.map(([start, end]) => ({ start, end, issue })));
  let next = 0;
  for (const [start, end, kind] of data.blocks) {
    const block = element("p", `block ${kind}`);
    block.dir = "auto";
    let at = start;
    for (; next < all.length && all[next].end <= end; next++) {
      const piece = all[next];
      block.append(placed(view, at, piece.start), placedMark(view, piece, data.text));
      at = piece.end;
    }
    block.append(placed(view, at, end));
    yield block;
    const source = data.sources[number];
    if (source && source !== data.sources[number + 1]) yield sourceBlock(view, number, source, data.sourceLang);
    number += 1;
  }
}

// A piece of plain text that knows where in the article it stands, so that chosen words and pairs can be found.
function placed(view, start, end) {
  const node = document.createTextNode(view.text.slice(start, end));
  node.mtqaPlace = [start, end];
  view.nodes.push(node);
  return node;
}

function placedMark(view, piece, text) {
  const node = mark(view, piece, text);
  node.mtqaPlace = [piece.start, piece.end];
  view.nodes.push(node);
  return node;
}

function sourceBlock(view, number, source, lang) {
  const block = element("p", "source");
  block.dir = "auto";
  block.lang = lang;
  let at = 0;
  for (const [index, pair] of [...view.pairs.entries()].filter(([, one]) => one.block === number).sort((a, b) => a[1].from - b[1].from)) {
    pair.node = element("span", "pair", source.slice(pair.from, pair.to));
    pair.node.dataset.pair = index;
    block.append(source.slice(at, pair.from), pair.node);
    at = pair.to;
  }
  block.append(source.slice(at));
  return block;
}

function mark(view, { start, end, issue }, text) {
  const node = element("span", "mark");
  const family = view.families[issue.family];
  node.dataset.id = issue.id;
  node.tabIndex = -1;
  node.setAttribute("role", "button");
  node.style.setProperty("--hue", `light-dark(${family.light}, ${family.dark})`);
  node.style.setProperty("--line", family.line);
  const parts = view.marks.get(issue.id);
  parts.push({ node, text: text.slice(start, end), first: parts.length === 0 });
  return node;
}

function* ticks(view, data) {
  const length = Math.max(1, data.text.length);
  for (const issue of data.issues) {
    if (!issue.pieces.length) continue;
    const node = element("span", `tick ${issue.severity}`);
    const family = view.families[issue.family];
    node.dataset.id = issue.id;
    node.title = `${view.words[issue.severity]}: ${issue.excerpt}`;
    node.style.top = `${(100 * issue.pieces[0][0]) / length}%`;
    node.style.setProperty("--hue", `light-dark(${family.light}, ${family.dark})`);
    view.ticks.set(issue.id, node);
    yield node;
  }
}

function paint(view) {
  for (const [id, parts] of view.marks) {
    const [state, text] = view.decisions.get(id) ?? ["open", null];
    const hidden = view.hidden.has(id);
    const selected = id === view.selected;
    view.ticks.get(id)?.setAttribute("class", tickClass(view, id, state, hidden, selected));
    for (const part of parts) paintMark(view, id, part, { state, text, hidden, selected });
  }
  shared.paintList?.(view);
}

function tickClass(view, id, state, hidden, selected) {
  return ["tick", view.issues.get(id).severity, state, hidden && "hidden", selected && "selected"].filter(Boolean).join(" ");
}

function paintMark(view, id, part, look) {
  const signature = `${look.state}|${look.text}|${look.hidden}|${look.selected}`;
  if (part.signature === signature) return;
  part.signature = signature;
  const issue = view.issues.get(id);
  const { node } = part;
  node.className = ["mark", issue.severity, look.state, look.hidden && "hidden", look.selected && "selected"].filter(Boolean).join(" ");
  node.tabIndex = look.selected && part.first ? 0 : -1; // one tab stop: the selected mark
  if (look.selected) node.setAttribute("aria-current", "true");
  else node.removeAttribute("aria-current");
  node.setAttribute("aria-label", spoken(view, issue, look));
  node.title = look.hidden ? "" : `${view.words[view.families[issue.family].label]}: ${issue.message}`;
  node.replaceChildren(...inside(view, issue, part, look));
}

function inside(view, issue, part, look) {
  if (look.state === "accepted" && look.text !== null && look.text !== part.text) {
    const change = [element("del", "", part.text || "")];
    if (part.first && look.text) change.push(element("ins", "", look.text));
    return change;
  }
  const body = issue.unseen ? element("span", "ghost", part.text ? issue.shown : "‸") : part.text;
  if (look.hidden || !part.first) return [body];
  const letter = { open: view.families[issue.family].letter, accepted: "✓", dismissed: "×" }[look.state];
  const tag = element("span", "letter", letter);
  tag.setAttribute("aria-hidden", "true");
  return [body, tag];
}

function spoken(view, issue, look) {
  const family = view.words[view.families[issue.family].label];
  const done = [view.words[look.state], look.state !== "open" && look.text].filter(Boolean).join(" → ");
  return `${issue.shown}. ${family}, ${view.words[issue.severity]}, ${done}. ${issue.message}`;
}

function select(view, id, focus) {
  const old = view.selected;
  view.selected = id;
  const node = view.marks.get(id)?.[0]?.node;
  const place = view.places.get(id);
  link(view, view.pairs.find((pair) => pair.start <= place && place < pair.end));
  if (!node || old === id) return;
  const box = node.getBoundingClientRect();
  const roof = 90;
  const floor = innerWidth <= 760 ? innerHeight * 0.5 : innerHeight - 90;
  if (box.top < roof || box.bottom > floor) {
    const far = Math.abs(box.top) > 2 * innerHeight; // a long glide keeps the browser from drawing the card
    const calm = far || matchMedia("(prefers-reduced-motion: reduce)").matches || Date.now() - (view.moved ?? 0) < 400;
    node.scrollIntoView({ block: innerWidth <= 760 ? "start" : "center", behavior: calm ? "instant" : "smooth" });
    view.moved = Date.now();
  }
  if (focus) node.focus({ preventScroll: true });
}

function element(tag, classes, text) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined) node.append(text);
  return node;
}
