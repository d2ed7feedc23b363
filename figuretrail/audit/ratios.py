"""Stated shares, changes, multiples and rates that two counts, or a count and a number of days, determine.

What belongs here: for each stated ratio, the counts of the same pool that it should follow from, and the range that
they leave for it. What does not: the verdict (`verdicts`) and its sentence (`wording`).

Every function takes `targets` (the stated numbers, see `claims.targets`) and `claims`, and returns candidates: one row
for each way in which a stated number follows from others, with the columns of `candidates.COLUMNS`.
"""

import numpy as np
import pandas as pd

from figuretrail.audit import totals
from figuretrail.audit.candidates import NEAR, WIDE, candidates, no_candidates
from figuretrail.audit.claims import COUNTS, NO_DAY, NOTHING, counts, known
from figuretrail.joining import distinct, join, matches

DAYS_PER_UNIT = {"per_day": 1.0, "per_week": 7.0, "per_month": 365.25 / 12}
_PERIODS = ["start", "end"]
_COMPARISON = ["cstart", "cend"]
_PLACE_AND_TIME = ["pool", "place", *_PERIODS]

NO_SMALLER_BASE = "the share may be of the offences whose means of communication, age or sex is known"
BASE_NOT_GIVEN = "the text does not say what the share is a share of"
COMPARISON_NOT_GIVEN = "the text does not say which periods are compared"
OTHER_BASE = "the numbers of the same base are not given"
GUESSES = (NO_SMALLER_BASE, BASE_NOT_GIVEN, COMPARISON_NOT_GIVEN)


def shares(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated share beside part / base, for the parts and bases given for its place and period.

    A base is a count over all platforms and victims, or what the counts of its years make. A share of known cases
    needs the count of known cases; a share "of cases" is held against every base given, because texts say "of cases" of
    both, and where only the count of all cases is given it can't be called too high.
    """
    asked = targets[
        (targets["unit"] == "percent")
        & ((targets["platforms"] != NOTHING) ^ (targets["victims"] != NOTHING))
        & (targets["start"] != NO_DAY)
        & (targets["end"] != NO_DAY)
    ]
    if asked.empty:
        return no_candidates()
    counted = known(counts(claims))
    about = ["row", "low", "high", *_PLACE_AND_TIME, "platforms", "victims", "base"]
    pairs = join(
        asked[about],
        counted[["claim", "measure", "base", "platforms", "victims", *_PLACE_AND_TIME, "value", *NEAR, *WIDE]],
        [*_PLACE_AND_TIME, "platforms", "victims"],
        ("", "_part"),
    )
    wholes = counted[(counted["platforms"] == NOTHING) & (counted["victims"] == NOTHING)]
    bases = wholes[["claim", "measure", "base", *_PLACE_AND_TIME, "value", *NEAR, *WIDE]]
    bases = bases.assign(claims=pd.Series([[claim] for claim in bases["claim"]], index=bases.index, dtype="object"))
    added = _added_up_bases(pairs, wholes)
    bases = pd.concat([bases, added], ignore_index=True) if len(added) else bases
    pairs = join(pairs, bases, _PLACE_AND_TIME, ("", "_base"))
    pairs = pairs[(pairs["value_base"] > 0) & (pairs["near_low_base"] > 0)]
    stated, part, base = pairs["base"], pairs["base_part"], pairs["base_base"]
    same_kind = (part == stated) | (part == base) | part.isin(["all", NOTHING])
    fits = (base == stated) | (stated == NOTHING) | (stated == "all")
    pairs = pairs[same_kind & fits]
    if pairs.empty:
        return no_candidates()
    ratio = {
        "computed_value": 100 * pairs["value"] / pairs["value_base"],
        "near_low": 100 * pairs["near_low"] / pairs["near_high_base"],
        "near_high": 100 * pairs["near_high"] / pairs["near_low_base"],
        "wide_low": 100 * pairs["wide_low"] / pairs["wide_high_base"],
        "wide_high": 100 * pairs["wide_high"] / pairs["wide_low_base"].clip(lower=1),
    }
    same_base = pairs["base"] == pairs["base_base"]
    # Of all cases, the share is at its smallest: one stated above it may be of known cases, one below is of neither.
    may_be_known = same_base & (pairs["base"] == "all") & (pairs["low"] > ratio["near_high"])
    soft = ~same_base | may_be_known
    reason = np.select([may_be_known, ~same_base], [NO_SMALLER_BASE, BASE_NOT_GIVEN], default="")
    parts = [[claim, *base] for claim, base in zip(pairs["claim"], pairs["claims"], strict=True)]
    return candidates(pairs["row"], "share", ratio, parts, soft=soft, reason=reason)


def _added_up_bases(asked: pd.DataFrame, wholes: pd.DataFrame) -> pd.DataFrame:
    """The bases that no number gives for a place and time, but those of its years (or quarters, months) make up."""
    spans = distinct(asked[_PLACE_AND_TIME], _PLACE_AND_TIME)
    kinds = distinct(wholes[["pool", "place", "series", "measure", "base"]], ["pool", "series"])
    spans = join(spans, kinds, ["pool", "place"])
    given, _ = matches(spans, wholes, ["pool", "series", *_PERIODS])
    spans = spans.drop(index=np.unique(given).tolist())
    if spans.empty:
        return spans
    sums = totals.added_up(spans, wholes)
    at = sums["span"].to_numpy(dtype="int64")
    columns = {name: spans[name].array.take(at) for name in (*_PLACE_AND_TIME, "measure", "base")}
    return sums.drop(columns=["span", "parts"]).assign(**columns, claims=sums["parts"])


def changes(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated change beside the change between the counts of its two periods.

    Where the text doesn't say what is compared, the count of the period is held against the one a year, or one period
    of that length, before; then a mismatch shows nothing.
    """
    if not targets["unit"].eq("percent_change").any():
        return no_candidates()
    asked = targets[(targets["unit"] == "percent_change") & (targets["start"] != NO_DAY) & (targets["end"] != NO_DAY)]
    counted = known(counts(claims))
    closed = (asked["cstart"] != NO_DAY) & (asked["cend"] != NO_DAY)
    guessed = _with_likely_comparison(asked[~closed])
    stated = asked[closed].assign(guessed=False)
    undated = targets[(targets["unit"] == "percent_change") & (targets["start"] == NO_DAY)]
    both = pd.concat([stated, guessed, _with_only_pair(undated, counted)], ignore_index=True)
    if both.empty or counted.empty:
        return no_candidates()
    subject = ["pool", "subject"]
    fields = ["claim", "measure", "base", "sentence", *subject, *_PERIODS, "value", *NEAR, *WIDE]
    asked = both[["row", "sentence", "surface_is_multiple", "base", "guessed", *subject, *_PERIODS, *_COMPARISON]]
    now = join(asked, counted[fields], [*subject, *_PERIODS], ("", "_now"))
    before = counted[fields].rename(columns={"start": "cstart", "end": "cend"})
    pairs = join(now, before, [*subject, *_COMPARISON], ("", "_before"))
    pairs = pairs[(pairs["measure"] == pairs["measure_before"]) & (pairs["base_now"] == pairs["base_before"])]
    pairs = pairs[(pairs["near_low_before"] > 0) & (pairs["claim"] != pairs["claim_before"])]
    if pairs.empty:
        return no_candidates()
    ratio = {
        "computed_value": 100 * (pairs["value"] / pairs["value_before"] - 1),
        "near_low": 100 * (pairs["near_low"] / pairs["near_high_before"] - 1),
        "near_high": 100 * (pairs["near_high"] / pairs["near_low_before"] - 1),
        "wide_low": 100 * (pairs["wide_low"] / pairs["wide_high_before"] - 1),
        "wide_high": 100 * (pairs["wide_high"] / pairs["wide_low_before"].clip(lower=1) - 1),
    }
    # "Up by 50 per cent, from 1,316 to 1,944": a sentence that gives both counts says what is compared.
    said = (pairs["sentence"] == pairs["sentence_now"]) & (pairs["sentence"] == pairs["sentence_before"])
    unsaid = pairs["guessed"] & ~(said & (pairs["sentence"] >= 0))
    other_base = (pairs["base"] != pairs["base_now"]) & ~pairs["base"].isin(["all", NOTHING])
    soft = unsaid | other_base
    reason = np.select([unsaid, other_base], [COMPARISON_NOT_GIVEN, OTHER_BASE], default="")
    kind = np.where(pairs["surface_is_multiple"], "multiple", "change")
    parts = pairs[["claim", "claim_before"]].to_numpy().tolist()
    return candidates(pairs["row"], kind, ratio, parts, soft=soft, reason=reason)


def _with_likely_comparison(asked: pd.DataFrame) -> pd.DataFrame:
    """Changes whose comparison is unsaid, once with the period a year before and once with the one just before."""
    first = pd.to_datetime(asked["start"], unit="D")
    last_after = pd.to_datetime(asked["end"] + 1, unit="D")
    year = pd.DateOffset(years=1)
    epoch = pd.Timestamp("1970-01-01")
    a_year_before = asked.assign(
        cstart=(first - year - epoch).dt.days, cend=(last_after - year - epoch).dt.days - 1, guessed=True
    )
    months = (last_after.dt.year - first.dt.year) * 12 + last_after.dt.month - first.dt.month
    whole = (first.dt.day == 1) & (last_after.dt.day == 1) & (months > 0) & (months != 12)
    shorter = asked[whole]
    began = np.array(first[whole], dtype="datetime64[M]") - months[whole].to_numpy()
    just_before = shorter.assign(
        cstart=began.astype("datetime64[D]").astype("int64"), cend=shorter["start"] - 1, guessed=True
    )
    return pd.concat([a_year_before, just_before], ignore_index=True)


def _with_only_pair(asked: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """Changes without a period, with the two periods that their source counts, where it counts no more than two."""
    if asked.empty:
        return asked.assign(guessed=True)
    subject = ["pool", "subject", "measure", "base"]
    spans = counted.groupby(subject, sort=False).agg(
        periods=("start", "size"),
        first=("start", "min"),
        last=("start", "max"),
        ends=("end", "min"),
        end=("end", "max"),
    )
    pairs = spans[(spans["periods"] == 2) & (spans["ends"] < spans["last"])].reset_index()
    length, before = pairs["end"] - pairs["last"], pairs["ends"] - pairs["first"]
    pairs = pairs[(length - before).abs() <= 3]
    pairs = pairs.drop_duplicates(subject[:2], keep=False)[[*subject[:2], "first", "ends", "last", "end"]]
    pairs = pairs.rename(columns={"first": "cstart", "ends": "cend", "last": "start"})
    return join(asked.drop(columns=[*_PERIODS, *_COMPARISON]), pairs, subject[:2]).assign(guessed=True)


def rates(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each stated rate beside count / days of its place and period."""
    asked = targets[targets["unit"].isin(list(DAYS_PER_UNIT)) & targets["days"].notna()]
    if asked.empty:
        return no_candidates()
    counted = known(counts(claims))
    subject = ["pool", "subject", *_PERIODS]
    counted = counted[["claim", "base", "days", *subject, "value", *NEAR, *WIDE]]
    pairs = join(asked[["row", "unit", "base", *subject]], counted, subject, ("", "_count"))
    pairs = pairs[(pairs["base"] == pairs["base_count"]) | (pairs["base"] == NOTHING)]
    if pairs.empty:
        return no_candidates()
    per = pairs["unit"].map(DAYS_PER_UNIT) / pairs["days"]
    ratio = {"computed_value": pairs["value"] * per}
    ratio |= {name: pairs[name] * per for name in (*NEAR, *WIDE)}
    soft = pd.Series(False, index=pairs.index)
    return candidates(pairs["row"], "rate", ratio, pairs[["claim"]].to_numpy().tolist(), soft=soft, reason="")


def complements(targets: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Each count or share of the rest beside the whole less its known part ("4,335 had no means recorded").

    The columns of a figure can't say "the rest", so only an agreement means something: a mismatch yields no check.
    """
    counted = known(counts(claims))
    wholes = _largest_only(counted[(counted["platforms"] == NOTHING) & (counted["victims"] == NOTHING)])
    if wholes["base"].isin(["all", NOTHING]).all():
        return no_candidates()
    fields = ["claim", *_PLACE_AND_TIME, "measure", "value", *NEAR, *WIDE]
    whole = wholes["base"].isin(["all", NOTHING])
    both = join(wholes.loc[whole, fields], wholes.loc[~whole, fields], [*_PLACE_AND_TIME, "measure"], ("", "_known"))
    plain = targets[(targets["platforms"] == NOTHING) & (targets["victims"] == NOTHING)]
    plain = plain[plain["unit"].isin(["count", "percent"])]  # whatever its base: no base says "not recorded"
    plain = plain[plain["measure"].isin([*COUNTS, "offence_share"])]
    plain = plain[["row", "unit", "low", "high", "value", *_PLACE_AND_TIME]]
    pairs = join(plain, both, _PLACE_AND_TIME, ("_stated", ""))
    itself = pairs["value_stated"].eq(pairs["value"]) | pairs["value_stated"].eq(pairs["value_known"])
    pairs = pairs[(pairs["value"] > pairs["value_known"]) & (~itself | (pairs["unit"] == "percent"))]
    if pairs.empty:
        return no_candidates()
    rest = {
        "computed_value": pairs["value"] - pairs["value_known"],
        "near_low": pairs["near_low"] - pairs["near_high_known"],
        "near_high": pairs["near_high"] - pairs["near_low_known"],
        "wide_low": pairs["wide_low"] - pairs["wide_high_known"],
        "wide_high": pairs["wide_high"] - pairs["wide_low_known"],
    }
    percent = pairs["unit"] == "percent"
    rest = {name: values.where(~percent, 100 * values / pairs["value"]) for name, values in rest.items()}
    agrees = (rest["near_low"] <= pairs["high"]) & (rest["near_high"] >= pairs["low"])
    found = candidates(
        pairs["row"],
        "complement",
        rest,
        pairs[["claim", "claim_known"]].to_numpy().tolist(),
        soft=pd.Series(True, index=pairs.index),
        reason="",
    )
    return found[agrees.to_numpy()]


def _largest_only(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims with several values as their largest alone: the others may be the rest that is looked for."""
    several = claims["value_min"] != claims["value_max"]
    ends = {name: claims[name].mask(several, claims["value_max"]) for name in ("value", *NEAR, *WIDE)}
    return claims.assign(**ends)
