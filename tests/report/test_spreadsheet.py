"""The Excel report, opened by openpyxl."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.worksheet import Worksheet

from mtqa.core.reviews import Review
from mtqa.report import write_report
from mtqa.report.table import COLUMNS
from tests.report.factory import full_review, issue, review
from tests.report.hostile import CONTROL, FORMULA, MARKUP, hostile_review


def issues_sheet(result: Review) -> Worksheet:
    return load_workbook(io.BytesIO(write_report(result, "xlsx")), rich_text=True)["Issues"]


def column(sheet: Worksheet, name: str) -> list[object]:
    return [row[COLUMNS.index(name)].value for row in sheet.iter_rows(min_row=2)]


def test_each_issue_has_its_row() -> None:
    sheet = issues_sheet(full_review())
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert column(sheet, "rule") == ["WEB007", "CAL001", "FLU009", "RES002"]
    assert column(sheet, "confidence") == [0.9, 0.75, 0.9, 0.9]
    assert column(sheet, "state") == ["accepted", "open", "dismissed", "open"]


def test_the_issue_stands_out_in_its_sentence() -> None:
    context = column(issues_sheet(full_review()), "context")[1]
    assert isinstance(context, CellRichText)
    before, covered, after = context
    assert (str(before), str(covered), str(after)) == ("That is ", "unmentionable", " for NATO. It said so.")
    assert covered.font.b


def test_the_state_is_chosen_from_a_list() -> None:
    (choice,) = issues_sheet(full_review()).data_validations.dataValidation
    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", '"open,accepted,dismissed"', "P2:P5")


def test_scores_say_how_they_are_made() -> None:
    sheet = load_workbook(io.BytesIO(write_report(full_review(), "xlsx")))["Scores"]
    rows = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert (rows["Quality"], rows["Verdict"], rows["Adequacy"]) == (71.25, "Light edit", "not measured")
    assert rows["Signature"] == "mtqa|v:1.0|rules:9"


def test_nothing_in_the_workbook_is_calculated_or_linked() -> None:
    data = write_report(hostile_review(), "xlsx")
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_hostile_text_stays_what_it_is() -> None:
    sheet = issues_sheet(hostile_review())
    assert column(sheet, "message")[:2] == [MARKUP, FORMULA]
    assert column(sheet, "message")[5] == CONTROL.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace(
        "\ud800", "\ufffd"
    )


def test_a_cell_that_excel_could_not_hold_is_cut() -> None:
    long = "word " * 8_000
    (said,) = column(issues_sheet(review(issue("It", message=long))), "message")
    assert len(str(said)) == 32_001


def test_a_review_without_issues_is_a_workbook_too() -> None:
    assert issues_sheet(review()).max_row == 1
