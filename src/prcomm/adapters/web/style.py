"""How pages look: in light and dark, on a telephone, on a screen and on paper."""

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --line: #d0d7de; --link: #0550ae; --quiet: #4c555f;
  --bad: #b3261e; --badly: #fdecea; --now: #7a4b00; --soon: #fff4dc; --box: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #131416; --line: #4a545e; --link: #7cbdff;
  --quiet: #b4bec8; --bad: #ff9a90; --badly: #3a1714; --now: #f7c46c; --soon: #33270d; --box: #1c2024; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; margin: 0 auto; max-width: 1240px; padding: 1rem;
  color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .6rem 0; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
header { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; border-bottom: 1px solid var(--line);
  padding-bottom: .5rem; }
header nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
header nav + nav { margin-left: auto; }
a { color: var(--link); }
[aria-current] { font-weight: 600; text-decoration: none; color: var(--ink); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.quiet { color: var(--quiet); }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { overflow-wrap: break-word; }
a { overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; }
td.day { white-space: nowrap; }
figure { margin: 0; overflow-x: auto; max-width: 100%; }
summary { cursor: pointer; padding: .3rem 0; }
ul.cards { list-style: none; padding: 0; display: grid; gap: .8rem;
  grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
ul.cards > li { border: 1px solid var(--line); padding: .5rem .8rem .7rem; background: var(--box); }
ul.cards h3 { font-size: 1rem; margin: 0 0 .3rem; }
ul.plain { padding-left: 1.1rem; margin: .3rem 0; }
.head { margin: 1rem 0; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 5px solid var(--line); }
.head p { margin: .15rem 0; }
.head.overdue { border-color: var(--bad); background: var(--badly); }
.head.now { border-color: var(--now); background: var(--soon); }
.overdue b, tr.overdue .mark { color: var(--bad); font-weight: 600; }
tr.overdue .mark.first::before { content: "\\26a0\\00a0"; }
tr.now .mark { color: var(--now); }
tr.lifted td { color: var(--quiet); }
tr.lifted .mark { text-decoration: line-through; }
@media (max-width: 700px) {
  body { padding: .7rem; }
  header nav + nav { margin-left: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td, caption { display: block; width: 100%; }
  tr { border-bottom: 1px solid var(--line); padding: .35rem 0; }
  td { border: 0; padding: .1rem 0; }
  td[data-of]::before { content: attr(data-of) ":\\00a0"; color: var(--quiet); display: inline-block;
    text-decoration: none; font-weight: normal; }
  td:empty { display: none; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --line: #888; --link: #000; --quiet: #333; --bad: #000; --badly: #fff;
    --now: #000; --soon: #fff; --box: #fff; color-scheme: light; }
  header, .screen { display: none; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  tr, .head, figure, ul.cards > li { break-inside: avoid; }
  figure { overflow: visible; } figure svg { max-width: 100%; height: auto; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}
"""


def digest(style: str) -> str:
    """By what a page lets in a style that stands in it, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def policy(styles: Iterable[str]) -> str:
    """What a page may load: nothing but the styles that stand in it. No script runs, and nothing frames it."""
    hashes = " ".join(map(digest, styles))
    return f"default-src 'none'; style-src {hashes}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
