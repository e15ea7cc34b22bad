"""The style sheet of the HTML report: calm in daylight, at night, on a phone and on paper."""

from __future__ import annotations

from mtqa.core.families import FAMILIES, Family

_BASE = """
:root{color-scheme:light dark;--bg:#fff;--fg:#1d1d1f;--soft:#5b5b60;--line:#dedee2;--card:#f7f7f5;
--accent:#0b6a75;--critical:#a1231b;--major:#8f4700;--minor:#4c5560;--good:#1d6b35;
--sans:system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;
--serif:"Iowan Old Style","Source Serif 4",Charter,Georgia,"Noto Serif","DejaVu Serif",serif}
@media (prefers-color-scheme:dark){
:root{--bg:#161616;--fg:#ececec;--soft:#b0b0b4;--line:#3a3a3d;--card:#1f1f20;--accent:#66c4d0;
--critical:#ff8a80;--major:#ffb26b;--minor:#b9c2cc;--good:#8fd6a2}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:2.5rem 1.5rem 4rem;font:1rem/1.55 var(--sans);
background:var(--bg);color:var(--fg)}
h1{font-size:1.55rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:2.5rem 0 .8rem}
p{margin:0 0 .6rem}
a{color:var(--accent)}
.soft{color:var(--soft)}
.small{font-size:.875rem}
code{font:.85em ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.strip{display:grid;grid-template-columns:minmax(15rem,1.6fr) repeat(4,minmax(8rem,1fr));
margin:1.6rem 0 1.2rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.strip>div{padding:1rem 1.1rem;border-left:1px solid var(--line)}
.strip>div:first-child{border-left:0}
.strip dt{font-size:.8rem;color:var(--soft)}
.strip dd{margin:0}
.strip .value{font-size:1.7rem;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.strip .value.none{font-size:1rem;font-weight:400;color:var(--soft);line-height:2.2}
.strip p{margin:.1rem 0 0;font-size:.8rem;line-height:1.4;color:var(--soft)}
.verdict .value{border-left:5px solid currentColor;padding-left:.6rem;margin-bottom:.35rem}
.v-publish .value{color:var(--good)}
.v-light-edit .value{color:var(--accent)}
.v-heavy-edit .value{color:var(--major)}
.v-reject .value{color:var(--critical)}
.verdict p{font-size:.9rem}
.range{display:block;width:100%;height:10px;margin-top:.3rem}
.range .rail{fill:var(--line)}
.range .span{fill:var(--accent);opacity:.4}
.range .point{fill:var(--accent)}
ul.soft{margin:.2rem 0 .6rem;padding-left:1.2rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 3rem}
.where{display:block;width:100%;height:52px;margin:.2rem 0 .1rem}
.where .paper{fill:var(--card);stroke:var(--line)}
.where .cut{stroke:var(--line);stroke-width:1}
.where .tick{fill:var(--tone)}
.where .tick.dismissed{opacity:.35}
.where a:focus-visible rect,.where a:hover rect{stroke:var(--fg);stroke-width:1.5}
.ends{display:flex;justify-content:space-between}
.paras{list-style:none;margin:.8rem 0 .4rem;padding:0;font-size:.85rem}
.paras li{display:grid;grid-template-columns:17rem minmax(0,1fr) 11rem;gap:0 1rem;align-items:end;
padding:.1rem 0;break-inside:avoid}
.paras li>a{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:inherit;text-decoration:none}
.paras li>a:hover,.paras li>a:focus-visible{text-decoration:underline}
.paras svg{display:block;width:100%;height:22px;margin-bottom:.3em}
.paras .paper{fill:var(--line)}
.paras .tick{fill:var(--tone)}
.paras .tick.dismissed{opacity:.35}
.paras svg a:focus-visible rect,.paras svg a:hover rect{stroke:var(--fg);stroke-width:1.5}
.paras .amount{font-variant-numeric:tabular-nums}
.chart thead th{white-space:nowrap}
.chart tbody th{min-width:9.5rem}
.chart .bars{width:100%;min-width:6rem;padding-right:0}
.chart .bars svg{display:block;width:100%;height:14px}
.chart .sample{width:8px;height:14px;margin-right:.35em;vertical-align:-1px}
.b-critical{fill:var(--critical)}
.b-major{fill:var(--major)}
.b-minor{fill:var(--minor)}
.reads{display:block;width:100%;height:40px;margin:.2rem 0 .1rem}
.reads .ground{fill:var(--card)}
.reads .sound{fill:var(--accent);opacity:.45}
.reads .low{fill:var(--major);opacity:.75}
.lowest{list-style:none;padding:0}
.lowest b{font-variant-numeric:tabular-nums;display:inline-block;min-width:1.8em}
.how{font-size:.75rem}
.made{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:1rem 3rem;
margin:0 0 1rem;font-size:.875rem}
.made div{break-inside:avoid}
.made dt{font-weight:650}
.made dd{margin:.1rem 0 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:.35rem .9rem .35rem 0;text-align:right;border-bottom:1px solid var(--line);font-weight:400}
th:first-child{text-align:left}
thead th{color:var(--soft);font-size:.8rem}
td.nil{color:var(--soft)}
tfoot th,tfoot td{font-weight:650;border:0}
.reading{display:grid;grid-template-columns:minmax(0,1fr) 23rem;gap:3rem;align-items:start}
article{max-width:68ch;font:1.06rem/1.75 var(--serif);overflow-wrap:anywhere}
article p,article h3{margin:0 0 1em;white-space:pre-wrap}
article h3{font:650 1.15rem/1.4 var(--sans)}
article .list-item{padding-inline-start:1.2em}
article .quote{border-inline-start:3px solid var(--line);padding-inline-start:1em}
article .label,article .caption,article .code{font-family:var(--sans);font-size:.9rem;color:var(--soft)}
mark{color:inherit;background:color-mix(in srgb,var(--tone) 13%,transparent);border-radius:3px;
padding:1px 1px 0;text-decoration:underline var(--under) 2px var(--tone);text-underline-offset:4px;
text-decoration-skip-ink:none}
mark .ref{font:700 .68rem/1 var(--sans);vertical-align:super;color:var(--tone);text-decoration:none;
padding:0 1px 0 2px;white-space:nowrap;direction:ltr;unicode-bidi:isolate}
mark.dismissed{background:none;text-decoration:underline dotted 1px var(--soft)}
mark.dismissed .ref{color:var(--soft)}
mark.accepted{background:none;text-decoration:none}
mark.accepted del{color:var(--soft);text-decoration-thickness:1px}
mark.accepted ins{text-decoration:underline 2px var(--good);text-underline-offset:4px;font-weight:600}
:target{outline:2px solid var(--accent);outline-offset:3px;border-radius:4px}
.issues{list-style:none;margin:0;padding:0}
.issues li{border-top:1px solid var(--line);padding:.9rem .5rem;break-inside:avoid}
.issues li:target{outline-offset:-2px}
.issues h3{font-size:.95rem;line-height:1.4;margin:0 0 .3rem}
.issues p{margin:.2rem 0;font-size:.875rem}
.badge{display:inline-block;min-width:1.5em;padding:0 .3em;border-radius:4px;text-align:center;
font:700 .75rem/1.5em var(--sans);color:var(--bg);background:var(--tone)}
.sev{font-weight:650}
.sev-critical{color:var(--critical)}
.sev-major{color:var(--major)}
.sev-minor{color:var(--minor)}
.state{border:1px solid currentColor;border-radius:4px;padding:0 .35em;font-size:.75rem;font-weight:650}
.state-accepted{color:var(--good)}
.state-dismissed{color:var(--soft)}
.fix b{color:var(--good)}
.key{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;padding:0;margin:0 0 1.4rem;list-style:none;
font-size:.85rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
@media screen and (min-width:62.01rem){
.list{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;scrollbar-gutter:stable;
padding-right:.6rem}}
@media (max-width:62rem){
.reading{grid-template-columns:minmax(0,1fr);gap:1rem}
.strip{grid-template-columns:repeat(4,1fr)}
.strip .verdict{grid-column:1/-1;border-bottom:1px solid var(--line)}
.strip .verdict+div{border-left:0}}
@media (max-width:40rem){
table{font-size:.8rem}
.chart thead th{white-space:nowrap}
.chart tbody th{min-width:9.5rem}
.chart tbody th{min-width:0}
.chart .bars{display:none}
.paras li{grid-template-columns:minmax(0,1fr) auto;gap:0 .6rem}
.paras svg{grid-column:1/-1;grid-row:2}
th,td{padding-right:.45rem}
body{padding:1.4rem 1rem 3rem}
.strip{grid-template-columns:1fr 1fr}
.strip>div:nth-child(even){border-left:0}
.strip>div:nth-child(n+4){border-top:1px solid var(--line)}}
@media (prefers-reduced-motion:reduce){
html{scroll-behavior:auto}}
@media (forced-colors:active){
mark{forced-color-adjust:none;color:CanvasText;background:Canvas;border-bottom:2px solid Highlight}
mark .ref{color:LinkText}}
@media print{
@page{margin:16mm}
:root{color-scheme:light;--bg:#fff;--fg:#000;--soft:#444;--line:#bbb;--card:#fff;--accent:#0b4f58;
--critical:#a1231b;--major:#8f4700;--minor:#333;--good:#1d6b35}
body{padding:0;max-width:none;font-size:9.5pt}
.reading{display:block}
article{max-width:none;font-size:10.5pt;line-height:1.6}
h2{break-after:avoid}
.how{display:none}
.strip{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}}
"""


def stylesheet() -> str:
    """The whole sheet: the base, and for each family its tone in light and dark and its underline."""
    light = "".join(
        f".{css_class(family)}{{--tone:{family.hue.light};--under:{family.underline}}}"
        for family in FAMILIES.values()
    )
    dark = "".join(f".{css_class(family)}{{--tone:{family.hue.dark}}}" for family in FAMILIES.values())
    return f"{_BASE}{light}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def css_class(family: Family) -> str:
    """The class that carries a family's colours."""
    return f"f-{family.code.lower()}"
