"""Contrast of what a page shows, by the formula of WCAG 2.2."""

from __future__ import annotations

from playwright.sync_api import Page

_SCRIPT = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((v, i) => v * a + below[i] * (1 - a));
  const parent = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = parent(at)) layers.push(rgba(getComputedStyle(at).backgroundColor));
    const page = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
    return layers.reverse().reduce((below, layer) => over(layer, below), over(rgba(page), [255, 255, 255]));
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const every = function* (root) {
    for (const node of root.querySelectorAll("*")) { yield node; if (node.shadowRoot) yield* every(node.shadowRoot); }
  };
  const texts = {}, lines = {};
  for (const node of every(document)) {
    const own = [...node.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent.trim()).join(" ").trim();
    const style = getComputedStyle(node);
    if (own && !/^(STYLE|SCRIPT|TITLE|NOSCRIPT)$/.test(node.tagName) && node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && node.getClientRects().length && !node.closest("[disabled]") && !/^keyboard_|^expand_/.test(own)) {
      const below = ground(node);
      const [r, g, b, a] = rgba(style.color);
      let opacity = a;
      for (let at = node; at; at = parent(at)) opacity *= Number(getComputedStyle(at).opacity);
      texts[`${node.tagName}.${node.className}: ${own.slice(0, 30)}`] = ratio(over([r, g, b, opacity], below), below);
    }
    if (node.matches(".mark:not(.accepted, .dismissed, .hidden)")) {
      const page = ground(node.parentElement);
      lines[node.getAttribute("aria-label").slice(0, 40)] = ratio(over(rgba(style.textDecorationColor), page), page);
    }
  }
  return [texts, lines];
}
"""


def contrasts(page: Page) -> tuple[dict[str, float], dict[str, float]]:
    """Contrast ratios of all texts shown, and of the underlines of open marks, against what lies below them."""
    texts, lines = page.evaluate(_SCRIPT)
    return texts, lines
