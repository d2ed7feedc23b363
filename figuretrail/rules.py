"""Every rule that a row can name, with what it says: the one place that trail, models and docs read.

What belongs here: names and meanings. What does not: the rules at work (`audit.preference`, the modules of the tables).
"""

# Why a reported number is the preferred one among those that sources state (audit.preference, strongest first).
PREFERRED = {
    "only_source": "One source states it.",
    "all_agree": "Every source that states it gives the same number.",
    "exact_over_rounded": "An exact number goes before one with a bound (about, more than) or a fraction in words.",
    "primary_over_press": "A police force's or the holder's own answer about its own place goes before the press.",
    "release_over_compilation": "A release goes before a compilation made from several.",
    "later_over_earlier": "A later release goes before an earlier one: recorded crime is revised.",
    "original_over_abstract": "The original's words go before an abstract of them.",
    "most_often_stated": "Within a release, the number that more of its sources (then more of their statements) give.",
    "clear_over_doubtful_reading": "A statement that was read with more confidence goes before one marked for review.",
    "first_in_order": "Nothing sets the numbers apart: the first by its id, so that every run chooses alike.",
}

# How a number that no source states, or that is checked against one, was worked out.
COMPUTED = {
    "total_less_other_years": "The total of several offence years less the years in it that are known.",
    "offences_over_days": "Offences over the days of the period, leap days counted.",
    "total_less_other_years_over_days": "A year by difference (total_less_other_years) over its days.",
    "count_over_base": "A count over the number of its base, both from one release.",
    "count_over_base_of_another_release": "A count over its base, where no release gives both.",
    "victims_over_offences_of_the_same_base": "Victims over the offences of their base, where no other total is given.",
    "later_over_earlier_count": "The later count less the earlier, over the earlier, both from one release.",
    "later_over_earlier_count_of_another_release": "The same, where no release gives both counts.",
    "later_over_earlier_count_with_a_year_by_difference": "The same, where one count is a year by difference.",
    "forces_that_add_up_to_the_total": "The forces whose numbers in one source add up to its total for the place.",
}

MEANING = PREFERRED | COMPUTED
