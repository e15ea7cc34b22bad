// The list of issues by family and rule, drawn from what the article already holds; a click selects there.
const shared = (window.mtqaReview ??= { view: null, desk: null, paintList: null });

export default function ({ parentElement }) {
  const root = parentElement.querySelector(".issues");
  let drawn = null;
  const rows = new Map();
  const counts = new Map();

  shared.paintList = (view) => {
    if (!root.isConnected) return;
    if (drawn !== view) {
      root.ariaLabel = view.words["Issues by kind"];
      drawn = view;
      rows.clear();
      counts.clear();
      root.replaceChildren(...view.groups.map((group) => familySection(view, group)));
    }
    update(view);
  };
  if (shared.view) shared.paintList(shared.view);

  function familySection(view, group) {
    const family = view.families[group.family];
    const section = element("section", "family");
    section.style.setProperty("--hue", `light-dark(${family.light}, ${family.dark})`);
    const heading = element("h3");
    const letter = element("span", "letter", family.letter);
    letter.setAttribute("aria-hidden", "true");
    const count = element("span", "count");
    heading.append(letter, element("span", "name", view.words[family.label]), count);
    counts.set(section, { ids: group.rules.flatMap(([, , ids]) => ids), count });
    section.append(heading, ...group.rules.map((rule) => ruleSection(view, rule)));
    return section;
  }

  function ruleSection(view, [rule, name, ids]) {
    const box = element("details");
    box.open = ids.length <= 12;
    const summary = element("summary");
    const count = element("span", "count");
    summary.append(element("span", "name", name.replaceAll("-", " ")), count);
    counts.set(box, { ids, count });
    const list = element("ul");
    list.append(...ids.map((id) => row(view, id)));
    box.append(summary, list);
    summary.title = rule;
    return box;
  }

  function row(view, id) {
    const issue = view.issues.get(id);
    const item = element("li");
    const button = element("button", "row");
    button.type = "button";
    const sign = element("span", "sign");
    sign.setAttribute("aria-hidden", "true");
    const excerpt = element("bdi", "excerpt", issue.excerpt);
    button.append(sign, excerpt);
    button.onclick = () => shared.pick(id);
    item.append(button);
    rows.set(id, { item, button, sign, issue });
    return item;
  }

  function update(view) {
    for (const [id, { item, button, sign, issue }] of rows) {
      const state = view.decisions.get(id)?.[0] ?? "open";
      item.hidden = view.hidden.has(id);
      button.className = `row ${state}`;
      sign.textContent = { open: { critical: "!!!", major: "!!", minor: "!" }[issue.severity], accepted: "✓", dismissed: "×" }[state];
      button.setAttribute("aria-label", `${issue.excerpt}: ${view.words[issue.severity]}, ${view.words[state]}`);
      if (id === view.selected) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    for (const [box, { ids, count }] of counts) {
      const open = ids.filter((id) => !view.decisions.has(id)).length;
      count.textContent = open === ids.length ? `${open}` : `${open}/${ids.length}`;
      count.title = `${view.words.open}: ${open}/${ids.length}`;
      box.hidden = ids.every((id) => view.hidden.has(id));
      if (ids.includes(view.selected)) box.open = true;
    }
  }
}

function element(tag, classes, text) {
  const node = document.createElement(tag);
  if (classes) node.className = classes;
  if (text !== undefined) node.append(text);
  return node;
}
