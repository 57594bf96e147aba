"""The whole site, and the paths of a stranger through it."""

import re
from pathlib import Path

import pytest
from browser.conftest import NARROW, Browser
from browser.measuring import OUTSIDE

pytestmark = pytest.mark.xdist_group("browser")


def pages(site: Path) -> list[str]:
    """All of them; of those that are made alike for each process, why, what to ask and to check and what rests on
    what, one script, and of one four."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if "_static" not in path.parts)
    alike = re.compile(r"reference/(why|review|doubts|citations)_(?!appeal)(?!.*\.ru\.html)")
    return sorted(page for page in found if not alike.match(page))


class TestEveryPage:
    def test_nothing_ends_right_of_a_narrow_screen_and_no_page_complains(self, browser: Browser, site: Path):
        """At 390 pixels every element of the article ends within the screen, or is in a scroller of its own."""
        browser.size(*NARROW)
        found: dict[str, list[str]] = {}
        for page in pages(site):
            browser.open(page)
            faults = [*(browser.run(OUTSIDE) if browser.all("article") else []), *browser.errors()]
            if faults:
                found[page] = faults[:3]
        assert found == {}
        assert len(pages(site)) > 60

    def test_a_planted_wide_block_is_found(self, browser: Browser):
        browser.size(*NARROW)
        browser.open("index.html")
        assert browser.run(OUTSIDE) == []
        browser.run(
            "const wide = document.createElement('div'); wide.style.width = '700px'; wide.textContent = 'planted';"
            "document.querySelector('article').append(wide);"
        )
        assert any("planted" in fault for fault in browser.run(OUTSIDE))

    def test_a_planted_picture_from_outside_is_found(self, browser: Browser):
        browser.open("index.html")
        assert browser.errors() == []
        browser.run(
            "const image = new Image(); image.onerror = () => { document.title = 'failed'; };"
            "image.src = 'http://example.org/picture.png'; document.body.append(image);"
        )
        browser.until(lambda: browser.chrome.title == "failed")
        assert any("ERR_NAME_NOT_RESOLVED" in error for error in browser.errors())

    def test_a_planted_error_in_a_script_is_found(self, browser: Browser):
        browser.open("index.html")
        browser.run("setTimeout(() => { document.title = 'thrown'; throw new Error('planted'); })")
        browser.until(lambda: browser.chrome.title == "thrown")
        assert any("planted" in error for error in browser.errors())


class TestAStranger:
    def test_goes_from_an_arrow_to_its_article_and_back(self, browser: Browser):
        """The card of Extend's arrow leads to its row, the row to article 28(2), and that back to the row."""
        browser.open("reference/appeal.html")
        arrow = browser.run(
            "return [...document.querySelectorAll('svg.pc a.way')].find((way) => way.querySelector('title')"
            ".textContent.startsWith('Extend')).querySelector('path.twin')"
        )
        browser.run(
            "arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, view: window}))",
            arrow,
        )
        browser.click(browser.one(".prcomm-card > p:last-child a"))
        row = browser.run("return document.querySelector(':target').closest('tr')")
        assert "Extend" in row.text
        link = row.find_element("link text", "O‘RQ-445 art. 28(2)")
        browser.click(link)
        assert browser.chrome.current_url.endswith("source_o_rq_445.html#article-O-RQ-445-art-28_2")
        place = browser.run("return document.querySelector(':target').closest('li')")
        assert place.text.startswith("(2)")
        links = [a for a in place.find_elements("css selector", "a") if "Extend" in a.text and "transition" in a.text]
        browser.click(links[0])
        assert "reference/appeal.html#row-appeal-" in browser.chrome.current_url
        assert "Extend" in browser.run("return document.querySelector(':target').closest('tr').textContent")

    def test_goes_through_the_four_scripts(self, browser: Browser):
        browser.open("reference/appeal.html")
        heads = {"uz": "Murojaat", "uz-Cyrl": "Мурожаат", "ru": "Обращение", "en": "Appeal"}
        for lang, head in heads.items():
            browser.click(browser.one(f".prcomm-languages a[lang='{lang}']"))
            browser.until(lambda lang=lang: browser.run("return document.documentElement.lang") == lang)
            assert browser.one("article h1").text.startswith(head)
            assert len(browser.all(".prcomm-languages a")) == 3

    def test_reads_it_by_day_and_by_night(self, browser: Browser):
        """The picture is as the page is: light, or dark."""
        browser.open("reference/appeal.html")
        inks = []
        for theme in ("light", "dark"):
            browser.run("document.body.dataset.theme = arguments[0]", theme)
            inks.append(
                browser.run("return getComputedStyle(document.querySelector('svg.pc text.title:not(.quiet)')).fill")
            )
            browser.keep(f"appeal-{theme}")
        light, dark = (sum(map(int, ink[4:-1].split(", "))) for ink in inks)
        assert light < 200 < 500 < dark


class TestNotebooks:
    """What a notebook shows is read by day, by night, whole, and by who does not see it; and it can be taken along."""

    @pytest.mark.parametrize("page", ["a_year_of_a_press_service", "a_year_of_councils", "audit_a_register"])
    def test_its_figures_are_sharp_told_in_words_and_in_the_ink_of_the_page(self, browser: Browser, page: str):
        browser.open(f"notebooks/{page}.html")
        told = [plot.get_dom_attribute("aria-label") for plot in browser.all("svg.prcomm-plot")]
        assert len(told) >= 3
        assert all(len(words) > 30 for words in told)
        assert browser.all(".cell_output img") == []  # nothing is shown as pixels
        for theme in ("light", "dark"):
            browser.run("document.body.dataset.theme = arguments[0]", theme)
            inks = browser.run(
                "const fill = (one) => getComputedStyle(one)[one.matches('svg text') ? 'fill' : 'color'];"
                "const plot = document.querySelector('svg.prcomm-plot');"
                "return [fill(plot.querySelector('text')), fill(document.querySelector('article p'))];"
            )
            assert inks[0] == inks[1]
        browser.keep(f"{page}-dark")

    def test_no_block_is_cut_and_the_file_can_be_downloaded(self, browser: Browser, site: Path):
        notebooks = sorted(one.stem for one in (site / "notebooks").glob("*.html"))
        assert len(notebooks) == 6
        cut = (
            "return [...document.querySelectorAll('.cell pre')]"
            ".filter((one) => one.scrollWidth > one.clientWidth + 1).length"
        )
        for name in notebooks:
            browser.open(f"notebooks/{name}.html")
            assert browser.run(cut) == 0, name
            (link,) = browser.all("article a.download")
            kept = site / "notebooks" / link.get_dom_attribute("href")
            assert kept.name == f"{name}.ipynb"
            assert kept.resolve().is_file()
