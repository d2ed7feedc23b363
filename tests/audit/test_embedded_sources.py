"""The contradictions that the embedded sources are known for are found, and none that nobody reviewed is called one."""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.audit.disclosure import disclosure_risks
from figuretrail.audit.plausibility import findings
from schemas.audit import ArithmeticChecks, DisclosureRisks, PlausibilityFindings
from schemas.common import validate
from tests.embedded import embedded

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"


@cache
def checks() -> pd.DataFrame:
    return validate(ArithmeticChecks, arithmetic_checks(*embedded()))


@cache
def plausible() -> pd.DataFrame:
    return validate(PlausibilityFindings, findings(*embedded()))


def of(source: str, kind: str) -> pd.DataFrame:
    table = checks()
    return table[table["figure_id"].str.startswith(f"{source}:") & (table["kind"] == kind)]


def sentences(check: str) -> str:
    table = plausible()
    return "\n".join(table.loc[table["check"] == check, "sentence"])


def test_facebooks_30_per_cent() -> None:
    shares = of("capitalfm-2019-09-west-midlands", "share")
    wrong = shares[shares["verdict"] == "inconsistent"]
    assert wrong["stated_value"].to_list() == [30]
    assert round(wrong["computed_value"].iloc[0], 1) == 29.2
    assert "30% for Facebook" in wrong["sentence"].iloc[0]
    assert "618 of 2,117" in wrong["sentence"].iloc[0]
    assert (shares["verdict"] == "consistent").sum() >= 7  # the other platforms and years hold


def test_wales_274_adds_up_with_six_months_among_full_years() -> None:
    for source in ("bbc-2018-08-wales-274", "wales-forces-2018"):
        total = of(source, "total_of_forces")
        assert set(total["verdict"]) == {"consistent"}
        assert (
            "158 (South Wales), 53 (North Wales), 44 (Gwent) and 19 (Dyfed-Powys) make 274" in total["sentence"].iloc[0]
        )
        assert "but the number for Dyfed-Powys is for" in total["sentence"].iloc[0]
    bbc = of("bbc-2018-08-wales-274", "total_of_forces")["sentence"]
    assert bbc.str.endswith("the number for Dyfed-Powys is for a period that is not stated.").all()
    assert "wales-forces-2018 counts 19 for Dyfed-Powys for October 2017 to March 2018" in sentences(
        "part_of_another_period"
    )


def test_lancashires_girls_by_age_exceed_its_girls() -> None:
    total = of("lep-2021-10-charities", "total_of_ages")
    assert total["verdict"].to_list() == ["inconsistent"]
    assert (total["stated_value"].iloc[0], total["computed_low"].iloc[0]) == (163, 173)


def test_the_rest_is_the_whole_less_those_with_a_recorded_method() -> None:
    rest = of("itv-2020-05-29-10119", "complement")
    assert rest["verdict"].to_list() == ["consistent"]
    assert "10,119 less 5,784 with a recorded means of communication is 4,335" in rest["sentence"].iloc[0]


def test_a_rise_from_126_to_428_is_not_200_per_cent() -> None:
    change = of("coventrytelegraph-2019-03", "change")
    assert change["verdict"].to_list() == ["inconsistent"]
    assert "239.7%" in change["sentence"].iloc[0]


def test_eighteen_months_less_the_first_year_are_the_six_months() -> None:
    rest = checks().query("kind == 'rest_of_period' and stated_value == 1944")
    assert rest["verdict"].to_list() == ["consistent"]
    assert rest["scope"].to_list() == ["across"]


def test_two_values_of_the_psni_for_one_year() -> None:
    found = sentences("conflicting_duplicates")
    assert "195 and 196 in Northern Ireland in 2020/21" in found
    assert "197 and 198 in Northern Ireland in 2021/22" in found


def test_wiltshires_numbers_of_one_year_printed_for_another() -> None:
    assert "gives 28 in Wiltshire for 2016/17, before the offence existed" in sentences("before_the_law")
    assert "54 in Wiltshire" in sentences("one_number_two_periods")


def test_england_and_wales_printed_as_the_united_kingdom() -> None:
    found = sentences("one_number_two_places")
    assert "itvmeridian-2019-09-thames-valley gives 4,373 in the United Kingdom in 2018/19" in found


def test_the_answer_whose_suppressed_cells_could_be_worked_out() -> None:
    risks = validate(DisclosureRisks, disclosure_risks(embedded()[0]))
    risk = risks[risks["source_id"] == "northants-10905-25"].query("route == 'victims'").iloc[0]
    assert {"Response!D11", "Response!E11"} <= set(risk["places"])
    assert not re.search(r"\b6\b", risk["sentence"])


def test_totals_that_leave_out_what_is_hidden_or_not_available() -> None:
    found = sentences("total_leaves_out_part")
    assert "gives 0 for victims aged 0 to 11 in Northamptonshire in 2024/25" in found
    assert "gives 22 for victims aged 12 to 15 in Northamptonshire in 2024/25" in found
    assert "gives 1,016 in Hampshire from 2017/18 to 2023/24" in found
    assert "gives 52 in Northamptonshire" not in found


def test_kents_offence_above_its_category() -> None:
    found = sentences("offence_exceeds_category")
    assert "give 122 (sexual communication with a child) in Kent in 2017/18" in found
    assert "ho-88a-quarters-2017-18 gives 45 of sexual grooming" in found
    assert "Hampshire" not in found


def test_a_jump_is_said_once_whoever_prints_it() -> None:
    told = sentences("magnitude_jumped")
    assert told.count("18 in Hampshire in 2020/21, after 291") == 1
    assert "compiled-observations-long and south-east-forces-2024 give 18 in Hampshire" in told


def test_a_reason_speaks_of_several_releases_only_where_there_are_several() -> None:
    sources = embedded()[1]
    release = dict(zip(sources["source_id"], sources["release"].fillna(sources["source_id"]), strict=True))
    said = checks()[checks()["reason"].str.contains("several releases")]
    assert len(said) > 0
    assert all(len({release[name] for name in names}) > 1 for names in said["source_ids"])


def test_instagrams_third_of_a_year_with_the_wrong_label() -> None:
    share = of("swindonadvertiser-2019-09-wiltshire", "share")
    assert share["verdict"].to_list() == ["inconsistent"]
    assert "418 of 2,117 offences" in share["sentence"].iloc[0]


def test_a_count_of_one_year_beside_a_share_of_two() -> None:
    share = of("kodkey-2019-09-independent-copy", "share")
    assert round(share["computed_value"].max(), 1) == 42.1


def test_every_inconsistent_verdict_was_reviewed() -> None:
    """A new one is read against its source and written down, with what was found, before it is published."""
    wrong = checks().query("verdict == 'inconsistent'")
    found = {f"{row.figure_id} {row.kind}" for row in wrong.itertuples()}
    listed = set(re.findall(r"^\| `(\S+ \w+)` \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert found - listed == set(), "\n".join(wrong["sentence"])
    assert listed - found == set()
