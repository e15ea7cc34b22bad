"""Web pages: what a reader sees is text, and corrections go into the source where it stands."""

from __future__ import annotations

import pytest

from mtqa.formats import Edit, read_article


def text_of(source: str) -> str:
    return read_article(source.encode(), "a.html").text


def corrected(source: str, old: str, new: str) -> str:
    article = read_article(source.encode(), "a.html")
    start = article.text.index(old)
    return article.write([Edit(start, start + len(old), new)]).decode()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<title>t</title><h1>Head</h1>\n<p>one</p><p>two</p>", "Head\none\ntwo"),
        ("<p>un<b>mention</b>able</p>", "unmentionable"),
        ("<p>  a\n   wrapped <i> line </i> </p>", "a wrapped line"),
        ("<p>a<br>b<br/>c</p>", "a\nb\nc"),
        ("<script>if (a<b) x('</p>')</script><style>p{}</style><p>x</p>", "x"),
        ("<template><p>no</p></template><noscript>no</noscript><svg><text>no</text></svg><p>x</p>", "x"),
        ("<p>AT&T &amp; R&ampD &#8364; &lt;b&gt; &nbsp;x &copy2024</p>", "AT&T & R&D € <b> \xa0x ©2024"),
        ("<p title='a>b' data-x=\">\">x</p><!-- <p>no</p> --><![if gte mso 9]>y", "x\ny"),
        ("<footer>Bir yanıt yazın</footer>", "Bir yanıt yazın"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("a < b, 3 <4 & c", "a < b, 3 <4 & c"),
        ("<p>a<p>b<li>c", "a\nb\nc"),
        ("x<a href='unclosed", "x"),
        ("<P>Upper</P><SCRIPT>no</SCRIPT>", "Upper"),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        (
            "<p class=x>un<b>mention</b>able</p>",
            "unmentionable",
            "non-negotiable",
            "<p class=x>non-negotiable<b></b></p>",
        ),
        ("<p>a &amp; b</p>", "b", "<script>&lt;", "<p>a &amp; &lt;script>&amp;lt;</p>"),
        ("<p>a &amp; b</p>", "&", "and", "<p>a and b</p>"),
        ("<p>a b</p>", "a b", "a\nb", "<p>a<br>b</p>"),
        ("<p>&copy2024</p>", "2024", "2022", "<p>©2022</p>"),
        ("<p>R& lt;</p>", " lt", "lt", "<p>R&amp;lt;</p>"),
        ("<p>a< b</p>", " b", "b", "<p>a&lt;b</p>"),
        ("<p>one</p>\n<p>two</p>", "two", "", "<p>one</p>\n<p></p>"),
    ],
)
def test_a_correction_changes_its_own_characters_and_stays_text(
    source: str, old: str, new: str, result: str
) -> None:
    assert corrected(source, old, new) == result


def test_an_edit_over_two_paragraphs_leaves_both_standing() -> None:
    article = read_article(b"<p>one two</p><p>three four</p>", "a.html")
    assert article.writable([Edit(4, 13, "2")]) == (Edit(4, 7, "2"), Edit(8, 13, ""))
    assert article.write([Edit(4, 13, "2")]) == b"<p>one 2</p><p> four</p>"


def test_the_declared_encoding_is_used_and_a_sign_it_lacks_becomes_a_reference() -> None:
    page = "<meta charset='iso-8859-9'><p>Bir yanıt yazın</p>".encode("windows-1254")
    article = read_article(page, "a.htm")
    assert (article.text, article.encoding) == ("Bir yanıt yazın", "windows-1254")
    assert article.write([Edit(0, 3, "会")]) == page.replace(b"Bir", b"&#20250;")
