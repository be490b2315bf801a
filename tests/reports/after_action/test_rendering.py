"""Page, Word document and Markdown of a report: structure, language, and hostile text that stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.after_action.as_docx import as_docx
from simulator.reports.after_action.as_html import as_html
from simulator.reports.after_action.as_markdown import as_markdown, escaped
from simulator.reports.after_action.blocks import Document, Heading, Table, text_of
from simulator.reports.after_action.building import after_action
from simulator.reports.after_action.rating import Rating
from simulator.reports.after_action.recorded import Recorded
from simulator.reports.after_action.telling import told
from simulator.reports.after_action.value import EDITIONS, EditionOf
from simulator.scenario.assessment import Assessment, Finding
from tests.reports.after_action.sessions import HOSTILE, badly, hostile, in_words, recorded, well

VOID = {"meta", "br", "col", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def sessions() -> list[Recorded]:
    rated = Rating(1, "P", "Saw it.\nTwice.", "Hoa", (1,)), Rating(2, "U", by="Bình")
    return [recorded(badly(), *rated), recorded(well(), number=2, learner="Pao")]


def document(of: list[Recorded] | None = None, edition: EditionOf = "facilitator", tongue: Tongue = "en") -> Document:
    report = after_action(of or sessions(), edition)
    return told(report, Catalogue(tongue), lambda at: at[11:16])


def poisoned() -> list[Recorded]:
    """Hostile authors, players, observers and names."""
    scenario = hostile()
    said = Assessment({"accuracy": 0}, ("disclosure",), (Finding(HOSTILE, flag="disclosure", start=0, end=40),), 0, "x")
    rating = Rating(1, "P", HOSTILE, HOSTILE)
    return [
        recorded(in_words(HOSTILE, said), rating, of=scenario, learner=HOSTILE),
        recorded(badly(), number=2, of=scenario, learner=HOSTILE),
    ]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_a_page_is_well_formed_and_asks_for_nothing(edition: EditionOf, tongue: Tongue) -> None:
    page = as_html(document(edition=edition, tongue=tongue))
    read = Page(page)
    assert read.open == []
    assert read.all("html") == [{"lang": tongue}]
    assert not read.all("script")
    assert not any({"src", "href", "action", "srcset"} & attributes.keys() for _, attributes in read.elements)
    assert not re.search(r"url\(|@import|https?://", page)


def test_headings_are_in_order_and_tables_have_heads_and_captions() -> None:
    read = Page(as_html(document()))
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(read.all("caption")) == len(read.all("table")) > 8
    assert all(attributes.get("scope") in ("col", "row") for attributes in read.all("th"))


def test_words_in_another_language_say_so() -> None:
    read = Page(as_html(document(tongue="vi")))
    assert {"class": "own", "lang": "en"} in read.all("span")


@pytest.mark.parametrize("edition", EDITIONS)
def test_hostile_text_stays_text_on_a_page(edition: EditionOf) -> None:
    page = as_html(document(poisoned(), edition))
    read = Page(page)
    assert read.open == []
    assert not read.all("script")
    assert "<script>alert(1)</script>" in "".join(read.text), "it is shown as it was written"
    assert "49" not in "".join(read.text), "and no template is filled in it"
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ud800-\udfff\ufffe]", page)
    page.encode()


def test_a_word_document_has_real_headings_tables_and_properties() -> None:
    whole = document(tongue="vi")
    file = docx.Document(BytesIO(as_docx(whole)))
    headings = [one for one in file.paragraphs if one.style and (one.style.name or "").startswith("Heading")]
    assert [one.text for one in headings] == [text_of(one.text) for one in whole.blocks if isinstance(one, Heading)]
    tables = [one for one in whole.blocks if isinstance(one, Table)]
    assert len(file.tables) == len(tables)
    for made, table in zip(file.tables, tables, strict=True):
        assert bool(made.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")) == bool(table.columns)
        assert made._tbl.tblPr.find(qn("w:tblCaption")) is not None
    core = file.core_properties
    assert (core.title, core.subject, core.language, core.author) == (whole.title, "A flood", "vi-VN", "Podium")
    assert core.created is not None
    assert f"{core.created:%Y-%m-%d}" == "2026-11-26"
    spoken = {one.get(qn("w:val")) for one in file.element.body.iter(qn("w:lang"))}
    assert spoken == {"en-GB"}, "an author's English words in a Vietnamese report"
    assert {one.get(qn("w:val")) for one in file.styles.element.iter(qn("w:lang"))} == {"vi-VN"}


def test_wide_tables_lie_and_the_rest_stands() -> None:
    file = docx.Document(BytesIO(as_docx(document())))
    lying = [bool(one.page_width and one.page_height and one.page_width > one.page_height) for one in file.sections]
    assert lying == [False, True, False, True, False]


@pytest.mark.parametrize("edition", EDITIONS)
def test_hostile_text_stays_text_in_a_word_document(edition: EditionOf) -> None:
    made = as_docx(document(poisoned(), edition))
    file = docx.Document(BytesIO(made))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert any("<script>alert(1)</script> {{ 7*7 }}" in text for text in cells)
    assert not any(re.search("[\x00-\x08\x0b-\x1f\u202e\ufffe]", text) for text in cells)
    with ZipFile(BytesIO(made)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "embed" in name.lower()]


def test_the_same_report_makes_the_same_bytes() -> None:
    assert as_docx(document()) == as_docx(document())
    assert as_html(document()) == as_html(document())


def test_markdown_has_the_same_headings_and_tables() -> None:
    whole = document()
    lines = as_markdown(whole).splitlines()
    wanted = [f"{'#' * one.level} " for one in whole.blocks if isinstance(one, Heading)]
    assert [line.split(" ")[0] + " " for line in lines if line.startswith("##")] == wanted
    rows = [line for line in lines if line.startswith("|")]
    assert len([line for line in rows if set(line) <= set("| -") and "---" in line]) == len(
        [one for one in whole.blocks if isinstance(one, Table)]
    )
    assert any("Saw it.<br>Twice." in line for line in rows)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[l](http://x)", r"\[l\](http\://x)"),
        ("<b>&amp;</b>", r"\<b\>\&amp;\</b\>"),
        ("# no", r"\# no"),
        ("1. no", r"1\. no"),
        ("12) no", r"12\) no"),
        ("- no", r"\- no"),
        ("+ no\n  = no", "\\+ no\n  \\= no"),
        ("see www.x.example", r"see www\.x.example"),
        ("a@b.example", r"a\@b.example"),
        ("Lũ về lúc 2:00, 8 người.", "Lũ về lúc 2:00, 8 người."),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_hostile_text_stays_text_in_markdown() -> None:
    text = as_markdown(document(poisoned()))
    assert "<script" not in text.replace(r"\<script", "")
    assert "](http" not in text.replace(r"\](http", "")
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e\ud800-\udfff\ufffe]", text)
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) <= 10, "no cell breaks its row"


HIDDEN = ("uphill", "It did not", "trust < 20", "Aid was stolen", "On the side", "by three hours", "Plain.")
"""What a participant who did badly has not met: lines, endings, conditions, rumours, questions, notes."""


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_a_participants_edition_gives_nothing_away(tongue: Tongue) -> None:
    mine = [sessions()[0]]
    for edition, is_there in (("facilitator", True), ("participant", False)):
        read = document(mine, "participant" if edition == "participant" else "facilitator", tongue)
        cells = (cell for table in docx.Document(BytesIO(as_docx(read))).tables for cell in table._cells)
        texts = as_html(read), as_markdown(read), "\n".join(cell.text for cell in cells)
        for hidden in HIDDEN:
            wanted = hidden.replace("<", "&lt;"), escaped(hidden), hidden
            assert [one in text for one, text in zip(wanted, texts, strict=True)] == [is_there] * 3, hidden


def test_of_several_sessions_participants_do_not_read_whose_answer_it_was() -> None:
    page = as_html(document(edition="participant"))
    assert '<th role="columnheader" scope="col">Session</th>' not in page
    assert "Lan" in page, "names stand in the list of participants"
    assert '<th role="columnheader" scope="col">Session</th>' in as_html(document(edition="facilitator"))


def test_a_held_rating_says_what_holds_it() -> None:
    page = as_html(document())
    assert "Held at M by harmful answers: 1, 2" in page
    assert "Mr Pao" in page
    assert "M: Performed with major challenges" in page


def test_dates_and_responsibilities_are_left_to_people() -> None:
    plan = next(one for one in document().blocks if isinstance(one, Table) and one.caption == "Improvement plan")
    assert len(plan.columns) == 7
    assert all(text_of(cell) == "" for row in plan.rows for cell in row[3:])
    assert text_of(plan.rows[0][0]) == "Disclosure"
    assert any("Objective 2, rated U" in text_of(row[0]) for row in plan.rows)
